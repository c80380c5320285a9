package likely.surveys.sending;

import java.time.LocalDate;
import java.util.Optional;
import likely.surveys.sending.Mailer.Quota;

/**
 * How many mails a domain that is new to its receivers may send on a day: it doubles after each day that used at least
 * half of it, until the account's quota is reached.
 *
 * @param day in UTC
 * @param cap of that day
 */
public record Ramp(LocalDate day, long cap) {
    /**
     * Today's.
     *
     * @param start the first day's cap
     * @param sentThen on the day of the one before
     */
    static Ramp on(LocalDate today, long start, Optional<Ramp> before, long sentThen) {
        if (before.isEmpty()) {
            return new Ramp(today, start);
        }
        Ramp last = before.get();
        if (!last.day().isBefore(today)) {
            return last;
        }
        boolean used = sentThen * 2 >= last.cap();
        return new Ramp(today, used ? Math.min(last.cap() * 2, Long.MAX_VALUE / 4) : last.cap());
    }

    /** How many more mails may go today; there is no ramp any more above the quota. */
    long left(Quota quota, long sentToday) {
        return quota.in24Hours() >= 0 && cap >= quota.in24Hours() ? Long.MAX_VALUE : Math.max(0, cap - sentToday);
    }
}
