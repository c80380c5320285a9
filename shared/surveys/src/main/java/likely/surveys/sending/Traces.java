package likely.surveys.sending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.invitations.Invitation;
import org.jspecify.annotations.Nullable;

/** What became of mails, for their owner. Every method throws {@link likely.surveys.Unavailable} when it cannot be read. */
public interface Traces {
    Optional<Trace> find(String id);

    /**
     * Those of which nobody knows whether they were sent, oldest first.
     *
     * @param after the place at which the page before ended, or null
     */
    Page unknown(@Nullable String after, int most);

    /**
     * The owner knows what became of an unknown mail.
     *
     * @param at Unix seconds
     * @return false when it is not unknown any more
     */
    boolean resolve(Invitation unknown, Resolution resolution, long at);

    /** What the owner says of an unknown mail. */
    enum Resolution {
        /** It was sent. */
        SENT,
        /** It was not, and is not wanted any more: the address was not asked. */
        NOT_SENT,
        /** It was not, and is to be sent now. */
        AGAIN
    }

    /**
     * A mail and what happened to it.
     *
     * @param moments Unix seconds by name: {@code delivered_at} and so on
     * @param evidence openings of its links as they were noted
     */
    record Trace(
            Invitation invitation,
            @Nullable String messageId,
            Map<String, Long> moments,
            List<Map<String, Object>> evidence) {
        public Trace {
            moments = Map.copyOf(moments);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Some mails.
     *
     * @param next where to go on, or null at the end
     */
    record Page(List<Trace> traces, @Nullable String next) {
        public Page {
            traces = List.copyOf(traces);
        }
    }
}
