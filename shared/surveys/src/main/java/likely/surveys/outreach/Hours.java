package likely.surveys.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The hours in which mail may go, on a clock that may skip an hour or have one twice. */
public final class Hours {
    /** With all holidays there may be, a day on which mail may go comes before this, or never. */
    private static final int LONGEST_WAIT_DAYS = 800;

    private Hours() {}

    public static boolean allow(Sending sending, ZoneId zone, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        // Hours over midnight belong to the day on which they began.
        LocalDate day =
                sending.from().isBefore(end(sending)) || !local.toLocalTime().isBefore(sending.from())
                        ? local.toLocalDate()
                        : local.toLocalDate().minusDays(1);
        return isOpen(sending, day) && within(sending, local.toLocalTime());
    }

    /** That moment if mail may go then, else the first one after it; nothing when there is none in two years. */
    public static Optional<Instant> next(Sending sending, ZoneId zone, Instant from) {
        if (allow(sending, zone, from)) {
            return Optional.of(from);
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        for (int days = 0; days < LONGEST_WAIT_DAYS; days++) {
            LocalDate day = first.plusDays(days);
            Instant opening = day.atTime(sending.from()).atZone(zone).toInstant();
            if (isOpen(sending, day) && !opening.isBefore(from)) {
                return Optional.of(opening);
            }
        }
        return Optional.empty();
    }

    /** Whether mail may go at all on a day that begins on this date. */
    public static boolean isOpen(Sending sending, LocalDate day) {
        return !sending.daysOff().contains(day.getDayOfWeek())
                && !sending.holidays().contains(day);
    }

    private static boolean within(Sending sending, LocalTime time) {
        LocalTime from = sending.from();
        LocalTime until = sending.until();
        if (from.equals(until)) {
            return true;
        }
        return from.isBefore(end(sending))
                ? !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until))
                : !time.isBefore(from) || time.isBefore(until);
    }

    private static LocalTime end(Sending sending) {
        return sending.until().equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : sending.until();
    }
}
