package likely.surveys.scores;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import likely.scoring.Score;
import likely.scoring.Tally;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.Entry;
import likely.surveys.answers.Range;
import likely.surveys.answers.ResponseIndex;
import likely.surveys.answers.StoredResponses;

/**
 * What a survey's answers of any range add up to, exact to the second: whole days are sums of counters, and the rests of
 * days at the two ends are counted from the index of answers by time.
 *
 * <p>Answers that have expired are in the counters alone, without their time of day: they are in a range that has their
 * whole day, and in no other.
 */
public final class ScoreQuery {
    private static final int MANY = 1_000;
    private static final int AT_ONCE = 100;

    private final Counters counters;
    private final ResponseIndex index;
    private final StoredResponses responses;

    public ScoreQuery(Counters counters, ResponseIndex index, StoredResponses responses) {
        this.counters = counters;
        this.index = index;
        this.responses = responses;
    }

    /** When the newest answer was given; none when there is no answer. */
    public OptionalLong newest(Survey survey) {
        Iterator<Entry> newest = index.byTime(new ResponseIndex.Reading(survey.id(), Range.ALL, true, null, 1));
        return newest.hasNext() ? OptionalLong.of(newest.next().at()) : OptionalLong.empty();
    }

    /** Reads the rests of days at the two ends; its answers read the counters that they need. */
    public Answered in(Survey survey, Range range) {
        WholeDays days = WholeDays.of(survey, range);
        List<Entry> entries = new ArrayList<>();
        if (!range.isEmpty()) {
            for (Range rest : days.rests()) {
                index.byTime(new ResponseIndex.Reading(survey.id(), rest, false, null, MANY))
                        .forEachRemaining(entries::add);
            }
        }
        Map<String, LocalDate> dayOf = days(survey, entries);
        List<Dated> rests = new ArrayList<>();
        for (Entry entry : entries) {
            LocalDate day = dayOf.get(entry.id());
            Score score = entry.score();
            if (day != null && score != null && (days.isNone() || !days.contains(day))) {
                rests.add(new Dated(day, score, entry.segments()));
            }
        }
        return new Answered(survey, days, range.isEmpty(), rests);
    }

    /** On which day each counts: told by its moment, unless the zone was ever changed, when only the answer knows. */
    private Map<String, LocalDate> days(Survey survey, List<Entry> entries) {
        Map<String, LocalDate> days = new HashMap<>();
        if (survey.formerZones().isEmpty()) {
            entries.forEach(entry -> days.put(entry.id(), WholeDays.day(entry.at(), survey.zone())));
            return days;
        }
        List<String> ids = entries.stream().map(Entry::id).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            responses
                    .find(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .values()
                    .forEach((Response response) -> days.put(response.id(), response.day()));
        }
        return days;
    }

    private record Dated(LocalDate day, Score score, List<String> segments) {}

    /** The answers of one survey and range. */
    public final class Answered {
        private final Survey survey;
        private final WholeDays days;
        private final boolean empty;
        private final List<Dated> rests;

        private Answered(Survey survey, WholeDays days, boolean empty, List<Dated> rests) {
            this.survey = survey;
            this.days = days;
            this.empty = empty;
            this.rests = rests;
        }

        public Tally total() {
            return sum(byDay());
        }

        /** By the day on which they count, without days on which nobody answered. */
        public SortedMap<LocalDate, Tally> byDay() {
            SortedMap<LocalDate, Tally> byDay = counted(null);
            rests.forEach(answer -> byDay.merge(answer.day(), Tally.of(answer.score()), Tally::plus));
            return byDay;
        }

        /**
         * By the values of one counted property or question, without values that nobody gave.
         *
         * @param most of how many values at most
         */
        public Map<String, Tally> bySegment(String name, int most) {
            Map<String, Tally> byValue = new LinkedHashMap<>();
            for (String value : counters.values(survey.id(), name, most)) {
                byValue.put(value, sum(counted(name + "=" + value)));
            }
            for (Dated answer : rests) {
                for (String segment : answer.segments().stream().distinct().toList()) {
                    String value = segment.startsWith(name + "=") ? segment.substring(name.length() + 1) : null;
                    if (value != null && (byValue.containsKey(value) || byValue.size() < most)) {
                        byValue.merge(value, Tally.of(answer.score()), Tally::plus);
                    }
                }
            }
            byValue.values().removeIf(Tally::isEmpty);
            return byValue;
        }

        private SortedMap<LocalDate, Tally> counted(@org.jspecify.annotations.Nullable String segment) {
            return empty || days.isNone()
                    ? new TreeMap<>()
                    : new TreeMap<>(counters.days(survey.id(), segment, days.first(), days.last()));
        }

        private static Tally sum(SortedMap<LocalDate, Tally> days) {
            return days.values().stream().reduce(Tally.EMPTY, Tally::plus);
        }
    }
}
