package likely.surveys.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import likely.surveys.Survey;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Ledger;
import likely.surveys.ledger.Tallying;
import likely.surveys.ledger.Tallying.Failed;
import likely.surveys.ledger.Tallying.Pause;

/**
 * Writes what a run owes. Each of them can be done twice: a response that agrees by now is left alone by the ledger, an
 * expired entry stays so, and a counter is mended once a run.
 */
final class Corrections {
    private final RecountStore store;
    private final Function<String, Optional<Survey>> surveys;
    private final Tallying correcting;
    private final Tallying expiring;

    Corrections(RecountStore store, Function<String, Optional<Survey>> surveys, Ledger ledger, Pause pause) {
        this.store = store;
        this.surveys = surveys;
        this.correcting = Tallying.correcting(ledger, pause);
        this.expiring = new Tallying(ledger, pause);
    }

    void write(Progress run) {
        run.numbers.repaired += correct(run.toRepair) + expire(run.toExpire) + mend(run);
        run.numbers.backfilled += correct(run.toBackfill);
        run.toRepair.clear();
        run.toExpire.clear();
        run.toMend.clear();
        run.toBackfill.clear();
    }

    /** Counts responses as they are now, and with the segments of now; answers how many agree then. */
    private long correct(List<String> responses) {
        if (responses.isEmpty()) {
            return 0;
        }
        List<Stored> stored = store.responses(responses);
        Comparison comparison = new Comparison(surveys);
        List<Image> images = new ArrayList<>();
        for (Stored each : stored) {
            Image wanted = comparison.wantedOrNull(each);
            if (wanted != null) {
                images.add(wanted);
            }
        }
        return counted(images, correcting.count(images));
    }

    /** Tells the ledger what the stream should have told it: an expired response stays counted as it last was. */
    private long expire(List<String> responses) {
        if (responses.isEmpty()) {
            return 0;
        }
        Map<String, Entry> entries = store.entries(responses).readable();
        Set<String> present = store.present(responses);
        List<Image> images = new ArrayList<>();
        entries.forEach((response, entry) -> {
            if (entry.version() > 0 && !present.contains(response)) {
                images.add(expired(response, entry));
            }
        });
        return counted(images, expiring.count(images));
    }

    private static Image expired(String response, Entry entry) {
        return new Image(response, entry.rev(), entry.counted(), true);
    }

    private static long counted(List<Image> images, Failed failed) {
        return (long) images.size() - failed.later().size() - failed.never().size();
    }

    private long mend(Progress run) {
        return run.toMend.stream().filter(store::repair).count();
    }
}
