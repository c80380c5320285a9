package likely.surveys.scores;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import likely.surveys.Survey;
import likely.surveys.answers.Range;
import org.jspecify.annotations.Nullable;

/**
 * The days that lie wholly in a range, and the two rests that do not. A response keeps the day that it was given in the
 * zone of that time; so when a survey's zone was ever changed, only a day that lies in the range in each of its zones is
 * whole, and the rests grow to match.
 *
 * @param first null when every day before {@code last} is whole
 * @param last null when every day after {@code first} is whole
 * @param rests ranges that hold all answers of the range whose day is not whole, and may hold others; never overlapping
 */
record WholeDays(@Nullable LocalDate first, @Nullable LocalDate last, List<Range> rests) {

    static WholeDays of(Survey survey, Range range) {
        Set<ZoneId> zones = new LinkedHashSet<>(survey.formerZones());
        zones.add(survey.zone());
        LocalDate first = range.since() == null ? null : first(zones, range.since());
        LocalDate last = range.until() == null ? null : last(zones, range.until());
        if (first != null && last != null && first.isAfter(last)) {
            return new WholeDays(first, last, List.of(range));
        }
        List<Range> rests = new ArrayList<>();
        if (first != null) {
            LocalDate before = first.minusDays(1);
            long end = zones.stream().mapToLong(zone -> end(before, zone)).max().orElseThrow();
            rests.add(range.and(new Range(null, end)));
        }
        if (last != null) {
            LocalDate after = last.plusDays(1);
            long start =
                    zones.stream().mapToLong(zone -> start(after, zone)).min().orElseThrow();
            rests.add(range.and(new Range(start, null)));
        }
        if (rests.size() == 2 && !rests.get(0).and(rests.get(1)).isEmpty()) {
            rests = List.of(range);
        }
        return new WholeDays(
                first, last, rests.stream().filter(rest -> !rest.isEmpty()).toList());
    }

    boolean isNone() {
        return first != null && last != null && first.isAfter(last);
    }

    boolean contains(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    private static LocalDate first(Set<ZoneId> zones, long since) {
        LocalDate first = LocalDate.MIN;
        for (ZoneId zone : zones) {
            LocalDate day = day(since, zone);
            while (start(day, zone) < since) {
                day = day.plusDays(1);
            }
            first = day.isAfter(first) ? day : first;
        }
        return first;
    }

    private static LocalDate last(Set<ZoneId> zones, long until) {
        LocalDate last = LocalDate.MAX;
        for (ZoneId zone : zones) {
            LocalDate day = day(until, zone);
            while (end(day, zone) > until) {
                day = day.minusDays(1);
            }
            last = day.isBefore(last) ? day : last;
        }
        return last;
    }

    static LocalDate day(long moment, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(moment), zone);
    }

    /** The first second of a day. */
    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    /** No second after this is of the day, even where clocks that go back at midnight show a midnight twice. */
    private static long end(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day.plusDays(1), LocalTime.MIDNIGHT, zone)
                        .withLaterOffsetAtOverlap()
                        .toEpochSecond()
                - 1;
    }
}
