package likely.surveys.invitations;

import java.util.Map;
import likely.surveys.invitations.Invitation.Kind;

/** Invitations for tests. */
public final class SampleInvitation {
    public static final long NOW = 1_700_000_000;

    private SampleInvitation() {}

    /** A survey of the survey {@code demo} that waits for its hour. */
    public static Invitation waiting(String id, String person) {
        return new Invitation(
                id,
                "demo",
                null,
                Long.toString(NOW),
                Kind.SURVEY,
                Occasion.TRANSACTIONAL,
                person,
                "a1b2",
                id,
                null,
                null,
                0,
                Map.of("order", "1"),
                NOW,
                NOW,
                State.SCHEDULED,
                null,
                null);
    }
}
