package likely.surveys.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.ResponseIndex.Reading;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Lists responses. What the index by time tells is skipped without being read; other filters read each response that
 * they pass over, and are refused when those are too many for one request.
 */
public final class ResponseQuery {
    static final int MOST_READ = 20_000;
    private static final int AT_ONCE = 100;

    private final ResponseIndex index;
    private final StoredResponses responses;

    public ResponseQuery(ResponseIndex index, StoredResponses responses) {
        this.index = index;
        this.responses = responses;
    }

    /** Those from the {@code skip}th on, at most {@code take}. */
    public List<Response> page(Survey survey, Filter filter, long skip, int take) {
        boolean told = filter.toldByIndex(survey);
        int expected = (int) Math.min(10_000, (told ? skip : 0) + take + 1);
        Iterator<Entry> entries = entries(survey, filter, null, expected);
        long left = skip;
        while (told && left > 0 && entries.hasNext()) {
            left -= filter.allows(entries.next()) ? 1 : 0;
        }
        return read(survey, filter, entries, told ? 0 : left, take);
    }

    /** Those behind a place, at most {@code take}. */
    public List<Response> after(Survey survey, Filter filter, @Nullable Place place, int take) {
        return read(survey, filter, entries(survey, filter, place, take + 1), 0, take);
    }

    private List<Response> read(Survey survey, Filter filter, Iterator<Entry> entries, long skip, int take) {
        boolean told = filter.toldByIndex(survey);
        List<Response> found = new ArrayList<>();
        long left = skip;
        int read = 0;
        while (found.size() < take && entries.hasNext()) {
            if (read > MOST_READ) {
                throw new Invalid("since", "leaves too many answers to look through: choose a shorter time");
            }
            List<Entry> next = next(filter, told, entries, Math.min(AT_ONCE, (int)
                    Math.min(Integer.MAX_VALUE, left + take - found.size())));
            read += next.size();
            Map<String, Response> loaded =
                    responses.find(next.stream().map(Entry::id).toList());
            for (Entry entry : next) {
                Response response = loaded.get(entry.id());
                if (response == null
                        || !filter.allows(response, survey)
                        || (filter.byUpdate() && response.updatedAt() != entry.at())) {
                    continue;
                }
                if (left > 0) {
                    left--;
                } else if (found.size() < take) {
                    found.add(response);
                }
            }
        }
        return found;
    }

    private static List<Entry> next(Filter filter, boolean told, Iterator<Entry> entries, int most) {
        List<Entry> next = new ArrayList<>();
        while (next.size() < most && entries.hasNext()) {
            Entry entry = entries.next();
            if (!told || filter.allows(entry)) {
                next.add(entry);
            }
        }
        return next;
    }

    /** All that may be wanted, in the order that is wanted, and maybe more. */
    private Iterator<Entry> entries(Survey survey, Filter filter, @Nullable Place after, int expected) {
        if (filter.created().isEmpty() || filter.updated().isEmpty()) {
            return List.<Entry>of().iterator();
        }
        Comparator<Place> order = Place.order(filter.descending());
        if (filter.person() != null) {
            return sorted(ofPerson(filter.person()), filter, after, order);
        }
        Reading created =
                new Reading(survey.id(), filter.created().and(filter.updated()), filter.descending(), after, expected);
        if (filter.updated().isAll() && !filter.byUpdate()) {
            return byTime(filter, created, order);
        }
        // An answer that never changed is in the index by time alone: there its creation is its last change.
        Reading updated = new Reading(survey.id(), filter.updated(), filter.descending(), after, expected);
        if (filter.byUpdate()) {
            return new Merged(List.of(index.byUpdate(updated), byTime(filter, updated, order)), order);
        }
        Reading all = new Reading(survey.id(), filter.updated(), false, null, MOST_READ);
        return new Merged(
                List.of(sorted(ids(index.byUpdate(all)), filter, after, order), byTime(filter, created, order)), order);
    }

    /** The index keeps what counts apart from what does not. */
    private Iterator<Entry> byTime(Filter filter, Reading reading, Comparator<Place> order) {
        Boolean excluded = filter.excluded();
        if (excluded == null) {
            return new Merged(List.of(index.byTime(reading), index.excluded(reading)), order);
        }
        return excluded ? index.excluded(reading) : index.byTime(reading);
    }

    private List<String> ofPerson(String person) {
        List<String> ids = ids(index.byPerson(person));
        if (!ids.contains(person)) {
            ids.add(person);
        }
        return ids;
    }

    private static List<String> ids(Iterator<Entry> entries) {
        List<String> ids = new ArrayList<>();
        entries.forEachRemaining(entry -> ids.add(entry.id()));
        if (ids.size() > MOST_READ) {
            throw new Invalid("updated_since", "leaves too many answers to look through: choose a shorter time");
        }
        return ids;
    }

    /** Reads responses to learn where they stand in the order. */
    private Iterator<Entry> sorted(List<String> ids, Filter filter, @Nullable Place after, Comparator<Place> order) {
        List<Place> places = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            responses
                    .find(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .values()
                    .forEach(response -> places.add(filter.place(response)));
        }
        return places.stream()
                .filter(place -> after == null || order.compare(place, after) > 0)
                .sorted(order)
                .map(place -> new Entry(place.id(), place.at(), null, List.of()))
                .iterator();
    }

    /** One of them, whatever its survey. */
    public Optional<Response> find(String id) {
        return responses.find(id);
    }
}
