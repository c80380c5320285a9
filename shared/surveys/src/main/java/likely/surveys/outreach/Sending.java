package likely.surveys.outreach;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import likely.surveys.invitations.Occasion;

/**
 * When mail may go, and how often somebody may be asked.
 *
 * @param from the first moment of the day at which mail may go, in the person's zone when known, else the survey's
 * @param until the end of those hours; {@code 00:00} is the day's end; the same as {@code from} is all day
 * @param daysOff days of the week without mail
 * @param holidays dates without mail
 * @param quarantine how long nobody is asked again for the same occasion
 * @param floor how long nobody is asked again for whatever occasion
 * @param ceiling how many mails one asking may bring in all: survey, reminders and follow-ups
 */
public record Sending(
        LocalTime from,
        LocalTime until,
        Set<DayOfWeek> daysOff,
        Set<LocalDate> holidays,
        Map<Occasion, Duration> quarantine,
        Duration floor,
        int ceiling) {
    public static final Sending DEFAULT = new Sending(
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            Set.of(),
            Set.of(),
            Map.of(Occasion.RELATIONAL, Duration.ofDays(90), Occasion.TRANSACTIONAL, Duration.ofDays(30)),
            Duration.ofDays(7),
            3);

    /**
     * A rest is told in days, and days in clocks: the first of January is just 90 days before the first of April, one of
     * them an hour short. Without this, a mail that left a minute late would cost the next quarter's.
     */
    private static final Duration SLACK = Duration.ofHours(12);

    public Sending {
        daysOff = Set.copyOf(daysOff);
        holidays = Set.copyOf(holidays);
        quarantine = Map.copyOf(quarantine);
    }

    /** How long a rest of so many days lasts at least; none lasts no time. */
    public static Duration lasting(Duration days) {
        return days.compareTo(SLACK) > 0 ? days.minus(SLACK) : Duration.ZERO;
    }
}
