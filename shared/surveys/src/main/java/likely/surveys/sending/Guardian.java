package likely.surveys.sending;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import likely.scoring.Proportion;
import likely.surveys.sending.Guard.Cause;

/**
 * Says when mail must stop before the account is in danger. SES looks at an account with 5 % of bounces or 0.1 % of
 * complaints ("Amazon SES sending review process FAQs"), so this stops at 4 % and 0.08 %. A share is judged by the lower
 * end of its 95 % interval: of few mails only what can hardly be chance counts, and the first hundred are judged too.
 */
public final class Guardian {
    private static final double BOUNCES = 0.04;
    private static final double COMPLAINTS = 0.0008;
    private static final double CONFIDENCE = 0.95;

    /** Back to the day on which so many mails are reached; older ones no longer matter. */
    private static final long ENOUGH = 5_000;

    static final int LONGEST_DAYS = 30;

    private Guardian() {}

    /** The cause to pause for, if there is one. */
    public static Optional<Cause> judge(Health recent) {
        if (share(recent.bounces(), recent.sent()) >= BOUNCES) {
            return Optional.of(Cause.BOUNCES);
        }
        return share(recent.complaints(), recent.sent()) >= COMPLAINTS
                ? Optional.of(Cause.COMPLAINTS)
                : Optional.empty();
    }

    /** The days that count: back to enough mails, and not beyond the last resumption. */
    public static Health recent(Map<LocalDate, Health> days, Guard guard, LocalDate today) {
        Health recent = Health.NONE;
        for (int back = 0; back <= LONGEST_DAYS && recent.sent() < ENOUGH; back++) {
            LocalDate day = today.minusDays(back);
            LocalDate since = guard.since();
            if (since != null && day.isBefore(since)) {
                break;
            }
            Health health = days.getOrDefault(day, Health.NONE);
            recent = recent.plus(day.equals(since) ? health.minus(guard.forgiven()) : health);
        }
        return recent;
    }

    private static double share(long some, long all) {
        // A bounce may be told before its mail is counted.
        return some == 0 ? 0 : Proportion.of(some, Math.max(some, all)).low(CONFIDENCE);
    }
}
