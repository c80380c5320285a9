package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.surveys.invitations.State;
import likely.surveys.sending.Dispatcher.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Dispatchers that take turns step by step, hold stale pages of the index, and die; SES that loses replies and throttles. */
class AtMostOnceLawsTest {
    private static final int MAILS = 3;
    private static final int DISPATCHERS = 3;

    /** What one dispatcher does next. */
    enum Move {
        READ,
        CLAIM,
        CALL,
        SETTLE,
        CRASH,
        TIME,
        EVENT
    }

    /** What SES does with a call. */
    enum Ses {
        TAKES,
        TAKES_AND_LOSES_THE_REPLY,
        THROTTLES,
        REFUSES
    }

    record Turn(int dispatcher, Move move, int mail, Ses ses) {}

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DISPATCHERS - 1),
                        Arbitraries.of(Move.class),
                        Arbitraries.integers().between(0, MAILS - 1),
                        Arbitraries.of(Ses.class))
                .as(Turn::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 2_000)
    void whatever_happens_ses_takes_a_mail_at_most_once(@ForAll("turns") List<Turn> turns) {
        World world = new World();
        turns.forEach(world::play);

        world.taken.forEach((id, times) -> assertThat(times).as("mail %s", id).isEqualTo(1));
        for (int mail = 0; mail < MAILS; mail++) {
            String id = Integer.toString(mail);
            State state = world.claims.invitation(id).state();
            boolean taken = world.taken.containsKey(id);
            assertThat(state == State.SENT && !taken)
                    .as("%s is sent, and SES never took it", id)
                    .isFalse();
            assertThat(taken
                            && Set.of(State.SCHEDULED, State.SKIPPED, State.REFUSED)
                                    .contains(state))
                    .as("%s was taken, and is %s", id, state)
                    .isFalse();
        }
    }

    /** Three people, a mail for each, and dispatchers without any lease. */
    private static final class World {
        private final InMemoryClaims claims = new InMemoryClaims();
        private final Map<String, Integer> taken = new HashMap<>();
        private final List<Hand> hands = new ArrayList<>();
        private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-25T10:00:00Z"));

        World() {
            for (int mail = 0; mail < MAILS; mail++) {
                String id = Integer.toString(mail);
                claims.add(Mails.asking(id, id, clock.instant().getEpochSecond()));
                claims.put(Mails.standing(id));
            }
            for (int i = 0; i < DISPATCHERS; i++) {
                hands.add(new Hand());
            }
        }

        void play(Turn turn) {
            Hand hand = hands.get(turn.dispatcher());
            switch (turn.move()) {
                case READ -> hand.page = claims.due(clock.instant(), 10);
                case CLAIM -> hand.claim(turn.mail());
                case CALL -> hand.call(turn.ses());
                case SETTLE -> hand.settle();
                case CRASH -> hands.set(turn.dispatcher(), new Hand());
                case TIME -> clock.sleep(Duration.ofMinutes(1));
                case EVENT -> {
                    String id = Integer.toString(turn.mail());
                    if (taken.containsKey(id)) {
                        claims.raise(id);
                    }
                }
            }
        }

        /** What one process holds in memory. */
        private final class Hand {
            private final Dispatcher dispatcher = Mails.dispatcher(claims, clock, letter -> new Outcome.Throttled());
            private List<Due> page = List.of();
            private Step.@Nullable Ready ready;
            private @Nullable Outcome outcome;

            void claim(int place) {
                if (ready != null || place >= page.size()) {
                    return;
                }
                Due due = page.get(place);
                if (due.state() == State.SENDING) {
                    dispatcher.handle(due, Mails.ALWAYS);
                } else if (dispatcher.claim(due) instanceof Step.Ready claimed) {
                    ready = claimed;
                }
            }

            void call(Ses ses) {
                Step.Ready mine = ready;
                if (mine == null || outcome != null) {
                    return;
                }
                // As the dispatcher does: no call that could last beyond the claim.
                if (clock.instant()
                        .plus(Dispatcher.ONE_CALL)
                        .isAfter(mine.claim().until())) {
                    ready = null;
                    return;
                }
                outcome = switch (ses) {
                    case TAKES -> {
                        took(mine);
                        yield new Outcome.Accepted("m");
                    }
                    case TAKES_AND_LOSES_THE_REPLY -> {
                        took(mine);
                        yield new Outcome.Unknown(Reason.TIME_OUT);
                    }
                    case THROTTLES -> new Outcome.Throttled();
                    case REFUSES -> new Outcome.Refused("MessageRejected");
                };
            }

            void took(Step.Ready mine) {
                taken.merge(mine.claim().invitation().id(), 1, Integer::sum);
            }

            void settle() {
                Step.Ready mine = ready;
                Outcome what = outcome;
                if (mine != null && what != null) {
                    dispatcher.settle(mine.claim(), what);
                    ready = null;
                    outcome = null;
                }
            }
        }
    }
}
