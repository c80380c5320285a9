package likely.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What goes wrong at {@link EmbeddedSes}, as a test or a visitor of the mailbox says. */
public final class SesFaults {
    /** What happens to a call. */
    public enum Call {
        /** Refused with Throttling; the mail is not taken. */
        THROTTLE,
        /** Refused with a status of 503; the mail is not taken. */
        UNAVAILABLE,
        /** The connection is closed before the mail is taken. */
        DROP_BEFORE,
        /** The mail is taken, and the connection closed instead of a reply. */
        DROP_AFTER,
        /** The mail is taken, and the reply comes when nobody waits for it any more. */
        LATE_REPLY
    }

    /** What becomes of an address's mail. */
    public enum Fate {
        /** Refused with MessageRejected. */
        REJECTED,
        BOUNCES,
        BOUNCES_FOR_NOW,
        /** Delivered, and reported as spam. */
        COMPLAINS
    }

    private final Deque<Call> next = new ArrayDeque<>();
    private final Map<String, Fate> fates = new ConcurrentHashMap<>();
    private volatile Duration late = Duration.ofSeconds(60);

    /** Lets the next calls that send go wrong, after those that are to already. */
    public synchronized void next(Call fault, int calls) {
        for (int i = 0; i < calls; i++) {
            next.addLast(fault);
        }
    }

    /** How long a late reply waits. */
    public void late(Duration wait) {
        late = wait;
    }

    public void fate(String address, Fate fate) {
        fates.put(address.toLowerCase(Locale.ROOT), fate);
    }

    /** Nothing goes wrong any more. */
    public synchronized void mend() {
        next.clear();
        fates.clear();
    }

    /** What the next calls meet, in their order. */
    public synchronized List<Call> pending() {
        return List.copyOf(next);
    }

    /** What becomes of which address's mail. */
    public Map<String, Fate> fates() {
        return Map.copyOf(fates);
    }

    Duration late() {
        return late;
    }

    /** The fault of this call, or null when it goes right. */
    synchronized @Nullable Call take() {
        return next.pollFirst();
    }

    /** An address's fate, or null; those of SES's own mailbox simulator have theirs. */
    @Nullable
    Fate of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        Fate told = fates.get(lower);
        if (told != null || !lower.endsWith("@simulator.amazonses.com")) {
            return told;
        }
        return switch (lower.replaceFirst("[+@].*", "")) {
            case "bounce", "suppressionlist" -> Fate.BOUNCES;
            case "ooto" -> Fate.BOUNCES_FOR_NOW;
            case "complaint" -> Fate.COMPLAINS;
            default -> null;
        };
    }
}
