package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Plans} does, beside the {@link Invitations} over the same store. */
public abstract class PlansContract {
    private static final long LATER = SampleInvitation.NOW + 3_600;

    protected abstract Plans plans();

    protected abstract Invitations invitations();

    /** Puts one into another state, as the dispatcher would. */
    protected abstract void become(String id, State state);

    @Test
    void what_is_planned_twice_is_kept_once() {
        List<Invitation> mails = some(50);

        assertThat(plans().add(mails)).hasSize(50);
        assertThat(plans().add(mails)).isEmpty();

        assertThat(plans().find(mails.stream().map(Invitation::id).toList()).values())
                .containsExactlyInAnyOrderElementsOf(mails);
        assertThat(plans().find(List.of("99999"))).isEmpty();
    }

    @Test
    void of_what_was_called_off_only_a_change_is_planned_again() {
        int id = 100;
        for (CallOff reason : CallOff.values()) {
            Invitation mail = SampleInvitation.waiting(Integer.toString(id++), "1");
            plans().add(List.of(mail));
            invitations().cancel(mail.id(), reason.reason());

            assertThat(plans().add(List.of(mail)).contains(mail.id()))
                    .as(reason.reason())
                    .isEqualTo(reason.revivable());
        }
        assertThat(CallOff.revivableReasons()).containsExactly("campaign-changed", "answer-changed");
    }

    @Test
    void what_is_under_way_or_settled_is_neither_planned_again_nor_moved() {
        int id = 200;
        for (State state : List.of(State.SENDING, State.SENT, State.UNKNOWN, State.SKIPPED, State.CANCELLED)) {
            Invitation mail = SampleInvitation.waiting(Integer.toString(id++), "1");
            plans().add(List.of(mail));
            become(mail.id(), state);

            assertThat(plans().add(List.of(mail))).isEmpty();
            assertThat(plans().move(mail, LATER)).isFalse();
            assertThat(invitations().find(mail.id()).orElseThrow().state()).isEqualTo(state);
        }
    }

    @Test
    void one_that_waits_is_moved_in_the_list_too_by_who_read_it_last() {
        Invitation mail = SampleInvitation.waiting("3", "1");
        Invitation other = SampleInvitation.waiting("7", "1"); // of the same shard
        plans().add(List.of(mail, other));
        assertThat(waiting(1)).containsExactly("3", "7");

        assertThat(plans().move(mail, LATER)).isTrue();
        assertThat(plans().move(mail, LATER + 9)).isFalse();

        assertThat(invitations().find("3").orElseThrow().dueAt()).isEqualTo(LATER);
        assertThat(waiting(1)).containsExactly("7", "3");
    }

    @Test
    void the_list_of_what_waits_comes_in_pages() {
        plans().add(some(50));
        become("105", State.SENT);
        invitations().cancel("106", "erased");

        assertThat(waiting(7)).hasSize(48).doesNotContain("105", "106");
    }

    private List<String> waiting(int most) {
        List<String> ids = new ArrayList<>();
        for (int shard = 0; shard < Plans.SHARDS; shard++) {
            @Nullable String after = null;
            do {
                Plans.Page page = plans().waiting(shard, after, most);
                page.waiting().forEach(one -> ids.add(one.id()));
                after = page.next();
            } while (after != null);
        }
        return ids;
    }

    private static List<Invitation> some(int count) {
        return IntStream.range(100, 100 + count)
                .mapToObj(id -> SampleInvitation.waiting(Integer.toString(id), "1"))
                .toList();
    }
}
