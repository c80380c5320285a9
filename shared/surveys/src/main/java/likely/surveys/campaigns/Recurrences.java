package likely.surveys.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import likely.surveys.campaigns.Trigger.Days.Recurrence;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The days of a recurrence (RFC 5545, 3.3.10), as dates without a zone: which moment a day's hour is in somebody's zone
 * is told afterwards. A date that a month or a year does not have (the 31st, 29 February) is passed over, as the RFC has
 * it; {@code BYMONTHDAY=-1} is the last day of each month.
 */
public final class Recurrences {
    private static final Set<Freq> BY_DAYS = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private Recurrences() {}

    /**
     * Reads a rule and looks for its first day.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static void check(LocalDate start, String rule) {
        RecurrenceRule read = read(rule);
        if (!BY_DAYS.contains(read.getFreq())) {
            throw new IllegalArgumentException("repeats more often than daily");
        }
        // Times of day have a field of their own; the library's weeks of the year are wrong where a year has no 53rd.
        // No constant of this class: the library's Part can only be loaded by way of a rule.
        for (Part part : List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.BYWEEKNO, Part.RSCALE, Part.SKIP)) {
            if (read.hasPart(part)) {
                throw new IllegalArgumentException("has the part " + part.name() + ", which is not offered");
            }
        }
        DateTime until = read.getUntil();
        if (until != null && !until.isAllDay()) {
            throw new IllegalArgumentException("has an UNTIL with a time; a date such as UNTIL=20271231 is wanted");
        }
        if (days(read, start, start, LocalDate.MAX, 1).isEmpty()) {
            throw new IllegalArgumentException("falls on no day");
        }
    }

    /** The days from one to another, both included. */
    public static List<LocalDate> between(Recurrence recurrence, LocalDate from, LocalDate until) {
        return days(read(recurrence.rule()), recurrence.start(), from, until, Integer.MAX_VALUE);
    }

    private static RecurrenceRule read(String rule) {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("is not a recurrence of RFC 5545, such as FREQ=MONTHLY;BYMONTHDAY=1", e);
        }
    }

    private static List<LocalDate> days(
            RecurrenceRule rule, LocalDate start, LocalDate from, LocalDate until, int most) {
        List<LocalDate> days = new ArrayList<>();
        try {
            RecurrenceRuleIterator iterator = rule.iterator(allDay(start));
            if (from.isAfter(start)) {
                iterator.fastForward(allDay(from));
            }
            while (days.size() < most && iterator.hasNext()) {
                LocalDate day = date(iterator.nextDateTime());
                if (day.isAfter(until)) {
                    break;
                }
                days.add(day);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            return days; // so the library says that it has looked for the next one in vain
        }
        return days;
    }

    private static DateTime allDay(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
