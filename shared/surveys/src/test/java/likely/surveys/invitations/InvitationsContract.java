package likely.surveys.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import likely.scoring.Band;
import likely.surveys.invitations.Invitation.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Invitations} does. */
public abstract class InvitationsContract {
    private static final long NOW = 1_700_000_000;

    protected abstract Invitations invitations();

    /** Puts one into another state, as the dispatcher would. */
    protected abstract void become(String id, State state);

    @Test
    void what_was_added_is_found_as_it_was() {
        Invitation followUp = invitation("7", "1", NOW);

        assertThat(invitations().add(followUp)).isTrue();

        assertThat(invitations().find("7")).contains(followUp);
        assertThat(invitations().find("8")).isEmpty();
        assertThat(invitations().find("lease#send-due")).isEmpty();
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        invitations().add(invitation("7", "1", NOW));

        assertThat(invitations().add(invitation("7", "1", NOW + 500))).isFalse();

        assertThat(invitations().find("7").orElseThrow().dueAt()).isEqualTo(NOW);
    }

    @Test
    void a_persons_are_told_oldest_first() {
        for (int i = 109; i >= 0; i--) {
            invitations().add(invitation(Integer.toString(1000 + i), "1", NOW + i));
        }
        invitations().add(invitation("3", "2", NOW));

        List<String> ids = new ArrayList<>();
        Iterator<Invitation> all = invitations().ofPerson("1");
        all.forEachRemaining(invitation -> ids.add(invitation.id()));

        assertThat(ids).hasSize(110).isSorted().startsWith("1000").endsWith("1109");
    }

    @Test
    void one_that_waits_is_called_off_once() {
        invitations().add(invitation("7", "1", NOW));

        assertThat(invitations().cancel("7", "returned")).isTrue();
        assertThat(invitations().cancel("7", "again")).isFalse();

        Invitation cancelled = invitations().find("7").orElseThrow();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.reason()).isEqualTo("returned");
    }

    @Test
    void one_that_is_claimed_or_was_sent_is_not_called_off() {
        Map<String, State> states = Map.of("71", State.SENDING, "72", State.SENT, "73", State.UNKNOWN);
        states.forEach((id, state) -> {
            invitations().add(invitation(id, "1", NOW));
            become(id, state);

            assertThat(invitations().cancel(id, "late")).isFalse();
            assertThat(invitations().find(id).orElseThrow().state()).isEqualTo(state);
        });
        assertThat(invitations().cancel("8", "none")).isFalse();
    }

    @Test
    void a_forgotten_one_that_waited_is_called_off_and_is_nobodys() {
        invitations().add(invitation("7", "1", NOW));

        invitations().forget("7");

        assertForgotten("7", State.CANCELLED, "erased");
        assertThat(invitations().ofPerson("1").hasNext()).isFalse();
    }

    @Test
    void a_forgotten_one_keeps_what_became_of_it() {
        Map.of("71", State.SENDING, "72", State.SENT).forEach((id, state) -> {
            invitations().add(invitation(id, "1", NOW));
            become(id, state);

            invitations().forget(id);
            invitations().forget(id); // a repeat finishes what died half way

            assertForgotten(id, state, null);
        });
    }

    private void assertForgotten(String id, State state, @Nullable String reason) {
        Invitation forgotten = invitations().find(id).orElseThrow();
        assertThat(forgotten)
                .isEqualTo(new Invitation(
                        id,
                        "demo",
                        "thanks",
                        "",
                        Kind.FOLLOW_UP,
                        Occasion.TRANSACTIONAL,
                        "",
                        "a1b2",
                        "5",
                        null,
                        null,
                        0,
                        Map.of(),
                        NOW,
                        NOW,
                        state,
                        reason,
                        null));
    }

    private static Invitation invitation(String id, String person, long at) {
        return new Invitation(
                id,
                "demo",
                "thanks",
                "event:order-1",
                Kind.FOLLOW_UP,
                Occasion.TRANSACTIONAL,
                person,
                "a1b2",
                "5",
                "99",
                Band.PROMOTER,
                0,
                Map.of("order", "1"),
                at,
                at,
                State.SCHEDULED,
                null,
                null);
    }
}
