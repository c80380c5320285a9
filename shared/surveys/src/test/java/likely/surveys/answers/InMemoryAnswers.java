package likely.surveys.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import likely.scoring.Score;
import likely.scoring.Tally;
import likely.surveys.Response;
import likely.surveys.Segments;
import likely.surveys.Survey;
import likely.surveys.Touchpoint;
import likely.surveys.scores.Counters;

/** Responses, their indexes and their counters in memory, as the store has them. */
public final class InMemoryAnswers implements ResponseIndex, StoredResponses, Counters {
    public final List<Response> all = new ArrayList<>();

    /** Makes a response that belongs to a survey as it is now. */
    public static Response response(
            Survey survey, int id, int score, long createdAt, long updatedAt, Map<String, String> properties) {
        return new Response(
                Integer.toString(id),
                survey.id(),
                "submission-" + id,
                1,
                1,
                Score.of(score),
                null,
                Map.of(),
                properties,
                Segments.of(survey, properties, Map.of()),
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                Touchpoint.WIDGET,
                LocalDate.ofInstant(Instant.ofEpochSecond(createdAt), survey.zone()),
                createdAt,
                updatedAt,
                null,
                false);
    }

    @Override
    public Iterator<Entry> byTime(Reading reading) {
        return read(reading, counted().toList(), Response::createdAt, true);
    }

    @Override
    public Iterator<Entry> excluded(Reading reading) {
        return read(reading, all.stream().filter(Response::excluded).toList(), Response::createdAt, true);
    }

    private Stream<Response> counted() {
        return all.stream().filter(it -> !it.excluded());
    }

    @Override
    public Iterator<Entry> byUpdate(Reading reading) {
        List<Response> changed =
                all.stream().filter(it -> it.updatedAt() != it.createdAt()).toList();
        return read(reading, changed, Response::updatedAt, false);
    }

    private static Iterator<Entry> read(
            Reading reading, List<Response> all, ToLongFunction<Response> at, boolean scores) {
        Comparator<Place> order = Place.order(reading.descending());
        return all.stream()
                .filter(it -> it.survey().equals(reading.survey()))
                .filter(it -> reading.range().contains(at.applyAsLong(it)))
                .map(it -> new Entry(
                        it.id(), at.applyAsLong(it), scores ? it.score() : null, scores ? it.segments() : List.of()))
                .filter(it -> reading.after() == null || order.compare(it.place(), reading.after()) > 0)
                .sorted(Comparator.comparing(Entry::place, order))
                .iterator();
    }

    @Override
    public Iterator<Entry> byPerson(String person) {
        return all.stream()
                .filter(it -> person.equals(it.person()))
                .map(it -> new Entry(it.id(), it.createdAt(), null, List.of()))
                .iterator();
    }

    @Override
    public Optional<Response> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public Map<String, Response> find(Collection<String> ids) {
        Map<String, Response> found = new LinkedHashMap<>();
        all.stream().filter(it -> ids.contains(it.id())).forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public boolean replace(Response changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean exclude(Response read, boolean excluded, long at) {
        Response there = find(read.id()).orElseThrow();
        if (there.rev() != read.rev()) {
            return false;
        }
        all.set(all.indexOf(there), marked(there, there.source(), excluded, there.rev() + 1, at));
        return true;
    }

    /** A response with what happened to it. */
    public static Response marked(Response r, String source, boolean excluded, long rev, long updatedAt) {
        return new Response(
                r.id(),
                r.survey(),
                r.submissionId(),
                r.seq(),
                rev,
                r.score(),
                r.comment(),
                r.answers(),
                r.properties(),
                r.segments(),
                r.person(),
                r.identity(),
                r.claim(),
                r.locale(),
                r.page(),
                r.touchpoint(),
                r.day(),
                r.createdAt(),
                updatedAt,
                r.expiresAt(),
                r.limited(),
                source,
                excluded);
    }

    @Override
    public SortedMap<LocalDate, Tally> days(String survey, String segment, LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Tally> days = new TreeMap<>();
        counted()
                .filter(it -> it.survey().equals(survey))
                .filter(it -> segment == null || it.segments().contains(segment))
                .filter(it -> first == null || !it.day().isBefore(first))
                .filter(it -> last == null || !it.day().isAfter(last))
                .forEach(it -> days.merge(it.day(), Tally.of(it.score()), Tally::plus));
        return days;
    }

    @Override
    public List<String> values(String survey, String name, int most) {
        return counted()
                .flatMap(it -> it.segments().stream())
                .filter(segment -> segment.startsWith(name + "="))
                .map(segment -> segment.substring(name.length() + 1))
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }
}
