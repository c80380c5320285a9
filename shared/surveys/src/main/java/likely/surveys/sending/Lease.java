package likely.surveys.sending;

import java.time.Instant;
import java.util.Optional;
import likely.surveys.sending.Mailer.Quota;
import org.jspecify.annotations.Nullable;

/**
 * The one right to send, which owns the account's rate.
 *
 * @param owner a run
 * @param until when it ends by itself, unless it is renewed
 * @param stopsAt when its owner will leave at the latest
 * @param nextTurn before which nobody may call, since the owner has used the rate up to it
 * @param quota as its owner found it, or null before
 */
public record Lease(
        String owner,
        Instant until,
        Instant stopsAt,
        Instant nextTurn,
        @Nullable Quota quota) {
    boolean isFree(Instant now) {
        return !until.isAfter(now);
    }

    Lease renewed(Instant untilThen, Instant turn, @Nullable Quota found) {
        return new Lease(owner, untilThen, stopsAt, turn, found);
    }

    /** Where the lease is kept. Every method throws {@link likely.surveys.Unavailable} when it cannot be reached. */
    public interface Leases {
        Optional<Lease> read();

        /**
         * Takes it from who had it.
         *
         * @param was what was read, or null when there was none
         * @return false when somebody was faster
         */
        boolean take(Lease mine, @Nullable Lease was);

        /** Writes it again; false when its owner is another one by now. */
        boolean renew(Lease mine);
    }
}
