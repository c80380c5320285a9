package likely.surveys.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;

/**
 * What became of one response: its editions at rev 1, 2, 3…, and how it ended.
 *
 * @param editions what it should count as, edition by edition; at least one
 */
record History(String response, List<Contribution> editions, Ending ending) {
    enum Ending {
        STANDS,
        ERASED,
        EXPIRED,
        /** It expired, and a widget that was offline sent its first edition again, which begins at rev 1 anew. */
        SENT_AGAIN
    }

    /** Every image that the stream shows of it, in order. */
    List<Image> images() {
        List<Image> images = new ArrayList<>();
        editions.forEach(edition -> images.add(new Image(response, images.size() + 1L, edition, false)));
        int last = editions.size();
        switch (ending) {
            case STANDS -> {}
            case ERASED -> images.add(new Image(response, last + 1L, null, false));
            case EXPIRED -> images.add(new Image(response, last, editions.get(last - 1), true));
            case SENT_AGAIN -> {
                images.add(new Image(response, last, editions.get(last - 1), true));
                images.add(new Image(response, 1, editions.get(last - 1), false));
            }
        }
        return images;
    }

    /** The counters as a recount finds them: the newest image of each response, once. */
    static Map<CounterKey, Delta> recount(List<History> histories) {
        List<Change> changes = new ArrayList<>();
        for (History history : histories) {
            Image newest = history.images().stream()
                    .reduce((a, b) -> b.newerThan(a) ? b : a)
                    .orElseThrow();
            Entry counted = new Entry(1, newest.rev(), newest.contribution(), newest.expired());
            changes.add(new Change(history.response(), Entry.ABSENT, counted));
        }
        return Change.deltas(changes);
    }
}
