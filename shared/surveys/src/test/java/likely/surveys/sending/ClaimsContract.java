package likely.surveys.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of claims does. */
public abstract class ClaimsContract {
    protected static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    protected static final String ADDRESS = "a1b2c3";
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    protected abstract Claims claims();

    protected abstract void add(Invitation invitation);

    protected abstract void put(Standing standing);

    protected abstract Standing standing(String address);

    protected abstract void answer(String response, Band band);

    protected abstract Invitation invitation(String id);

    @Test
    void a_mail_is_claimed_once_and_leaves_the_index_when_it_is_sent() {
        put(standing(Map.of(), null));
        add(survey("1"));
        assertThat(claims().due(NOW, 10)).extracting(Due::id).containsExactly("1");

        Claim claim = claim("1");
        assertThat(claims().claim(claim)).isEqualTo(new Claimed.Taken());
        assertThat(claims().claim(claim("1"))).isEqualTo(new Claimed.Gone());
        assertThat(claims().find("1")).isEmpty();
        assertThat(claims().due(NOW, 10)).isEmpty();
        assertThat(claims().due(claim.until(), 10)).extracting(Due::state).containsExactly(State.SENDING);
        assertThat(standing(ADDRESS).asked()).isEqualTo(Map.of(Occasion.RELATIONAL, NOW.getEpochSecond()));
        assertThat(standing(ADDRESS).askedBy()).isEqualTo("1");

        claims().sent(claim, "message-1", NOW.plusSeconds(1));
        assertThat(invitation("1").state()).isEqualTo(State.SENT);
        assertThat(claims().due(claim.until(), 10)).isEmpty();
    }

    @Test
    void one_that_is_not_due_or_was_moved_is_gone() {
        put(standing(Map.of(), null));
        add(survey("1"));
        claims().postpone(invitation("1"), NOW.plusSeconds(60));

        assertThat(claims().claim(claim("1"))).isEqualTo(new Claimed.Gone());
        assertThat(claims().due(NOW, 10)).isEmpty();
        assertThat(claims().due(NOW.plusSeconds(60), 10)).hasSize(1);
        claims().skip(survey("1"), "quarantine"); // as it was before it was moved
        assertThat(invitation("1").state()).isEqualTo(State.SCHEDULED);
        claims().skip(invitation("1"), "quarantine");
        assertThat(invitation("1").state()).isEqualTo(State.SKIPPED);
        assertThat(invitation("1").reason()).isEqualTo("quarantine");
        assertThat(claims().due(NOW.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void an_address_that_changed_since_it_was_read_is_not_claimed() {
        Standing read = standing(Map.of(), null);
        for (Standing now : List.of(
                standing(
                        Map.of(
                                Occasion.RELATIONAL,
                                NOW.minus(Duration.ofDays(89)).getEpochSecond()),
                        "9"),
                standing(
                        Map.of(
                                Occasion.TRANSACTIONAL,
                                NOW.minus(Duration.ofDays(6)).getEpochSecond()),
                        "9"),
                standing("another", null, Set.of(), null),
                standing("p", 5L, Set.of(), null),
                standing("p", null, Set.of("demo"), null),
                standing("p", null, Set.of(), 10))) {
            put(now);
            String id = Long.toString(now.hashCode() & 0x7fffffffL);
            add(survey(id));
            assertThat(claims().claim(claim(survey(id), read))).as("%s", now).isEqualTo(new Claimed.Changed());
            assertThat(invitation(id).state()).isEqualTo(State.SCHEDULED);
        }
        put(standing(
                Map.of(
                        Occasion.RELATIONAL, NOW.minus(Duration.ofDays(90)).getEpochSecond(),
                        Occasion.TRANSACTIONAL, NOW.minus(Duration.ofDays(7)).getEpochSecond()),
                "9"));
        add(survey("5"));
        assertThat(claims().claim(claim("5"))).isEqualTo(new Claimed.Taken());
    }

    /** The answer came between reading and claiming, or before the mail was read. */
    @Test
    void who_answered_in_a_page_since_it_was_planned_is_not_written_to_but_for_what_follows_the_answer() {
        put(standing(Map.of(), null));
        add(survey("1"));
        Claim late = claim("1");
        put(responded("demo", NOW.getEpochSecond()));
        assertThat(claims().claim(late)).isEqualTo(new Claimed.Changed());
        put(responded("demo", NOW.getEpochSecond() - 1));
        assertThat(claims().claim(late)).isEqualTo(new Claimed.Taken());
        claims().sent(late, "message-1", NOW);

        put(responded("demo", NOW.getEpochSecond()));
        add(reminder("2", 1));
        add(followUp("3", "3", "r"));
        answer("r", Band.DETRACTOR);
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Changed());
        assertThat(claims().claim(claim("3"))).isEqualTo(new Claimed.Taken());
        put(responded("another-survey", NOW.getEpochSecond()));
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Taken());
    }

    private static Standing responded(String survey, long at) {
        return new Standing(
                ADDRESS, "p", null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of(survey, at));
    }

    @Test
    void a_claim_given_back_leaves_nothing_behind_and_can_be_made_again() {
        Standing before = standing(Map.of(Occasion.TRANSACTIONAL, 1_000L), "9");
        put(before);
        add(survey("1"));
        Claim first = claim("1");
        claims().claim(first);

        claims().giveBack(first, NOW.plusSeconds(2), 1);

        assertThat(standing(ADDRESS)).isEqualTo(before);
        assertThat(invitation("1").state()).isEqualTo(State.SCHEDULED);
        assertThat(invitation("1").dueAt()).isEqualTo(NOW.plusSeconds(2).getEpochSecond());
        assertThat(claims().find("1")).map(Planned::attempts).contains(1);
        Claim second = later(claim("1"), 2);
        assertThat(claims().claim(second)).isEqualTo(new Claimed.Taken());
        claims().giveBack(first, NOW.plusSeconds(9), 7); // no longer its claim
        claims().refused(second, Reason.REFUSED_BY_SES);
        assertThat(invitation("1").state()).isEqualTo(State.REFUSED);
        assertThat(invitation("1").reason()).isEqualTo("refused_by_ses");
        assertThat(standing(ADDRESS)).isEqualTo(before);
    }

    @Test
    void what_another_asking_wrote_meanwhile_stays_when_a_claim_is_given_back() {
        put(standing(Map.of(), null));
        add(survey("1"));
        Claim claim = claim("1");
        claims().claim(claim);
        Standing widget = standing(Map.of(Occasion.RELATIONAL, NOW.getEpochSecond()), "widget-7");
        put(widget);

        claims().giveBack(claim, NOW, 0);

        assertThat(standing(ADDRESS)).isEqualTo(widget);
        assertThat(invitation("1").state()).isEqualTo(State.SCHEDULED);
    }

    @Test
    void a_claim_whose_time_is_over_is_unknown_and_may_still_turn_out_as_sent() {
        put(standing(Map.of(), null));
        add(survey("1"));
        Claim claim = claim("1");
        claims().claim(claim);

        claims().expire("1", claim.until().minusSeconds(1));
        assertThat(invitation("1").state()).isEqualTo(State.SENDING);
        claims().expire("1", claim.until().plusSeconds(1));
        assertThat(invitation("1").state()).isEqualTo(State.UNKNOWN);
        assertThat(invitation("1").reason()).isEqualTo("lease_over");
        assertThat(claims().due(NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
        assertThat(claims().claim(claim("1"))).isEqualTo(new Claimed.Gone());
        claims().unknown(claim, Reason.TIME_OUT);
        assertThat(invitation("1").reason()).isEqualTo("lease_over");
        claims().sent(claim, "message-1", claim.until());
        assertThat(invitation("1").state()).isEqualTo(State.SENT);
    }

    @Test
    void a_reminder_needs_an_asking_that_was_sent_and_has_no_answer() {
        put(standing(Map.of(), null));
        add(survey("1"));
        add(reminder("2", 1));
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Refused(Reason.ASKING_NOT_SENT));
        send("1");

        Claim claim = claim("2"); // not held back by the survey's own asking
        assertThat(claims().claim(claim)).isEqualTo(new Claimed.Taken());
        claims().sent(claim, "message-2", NOW);
        assertThat(standing(ADDRESS).askedBy()).isEqualTo("1");
        add(reminder("3", 2));
        answer(invitation("1").answer(), Band.PASSIVE);
        assertThat(claims().claim(claim("3"))).isEqualTo(new Claimed.Refused(Reason.ANSWERED));
    }

    @Test
    void a_follow_up_needs_the_band_that_called_for_it() {
        put(standing(Map.of(), null));
        add(survey("1"));
        send("1");
        String response = invitation("1").answer();
        add(followUp("2", "1", response));
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Refused(Reason.BAND_LEFT));
        answer(response, Band.PROMOTER);
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Refused(Reason.BAND_LEFT));
        answer(response, Band.DETRACTOR);
        assertThat(claims().claim(claim("2"))).isEqualTo(new Claimed.Taken());

        add(followUp("3", "3", response)); // after an answer in a widget, which no mail asked for
        assertThat(claims().claim(claim("3"))).isEqualTo(new Claimed.Taken());
    }

    @Test
    void one_asking_has_no_more_mails_than_the_ceiling() {
        put(standing(Map.of(), null));
        add(survey("1"));
        send("1");
        for (String id : List.of("2", "3")) {
            add(reminder(id, Integer.parseInt(id)));
            assertThat(claims().claim(claim(id))).isEqualTo(new Claimed.Taken());
        }
        add(reminder("4", 4));
        assertThat(claims().claim(claim("4"))).isEqualTo(new Claimed.Refused(Reason.CEILING));
        claims().giveBack(claimOf("3"), NOW, 0);
        assertThat(claims().claim(claim("4"))).isEqualTo(new Claimed.Taken());
    }

    private final Map<String, Claim> made = new HashMap<>();

    private Claim claimOf(String id) {
        return Objects.requireNonNull(made.get(id));
    }

    private void send(String id) {
        Claim claim = claim(id);
        assertThat(claims().claim(claim)).isEqualTo(new Claimed.Taken());
        claims().sent(claim, "message-" + id, NOW);
    }

    private Claim claim(String id) {
        Claim claim = claim(invitation(id), standing(ADDRESS));
        made.put(id, claim);
        return claim;
    }

    private static Claim claim(Invitation invitation, Standing standing) {
        return new Claim(
                invitation,
                Terms.of(SURVEY, invitation, standing, NOW),
                UUID.randomUUID().toString(),
                NOW,
                NOW.plus(Dispatcher.CLAIM),
                0);
    }

    private static Claim later(Claim claim, int seconds) {
        Instant at = NOW.plusSeconds(seconds);
        return new Claim(claim.invitation(), claim.terms(), claim.token(), at, at.plus(Dispatcher.CLAIM), 1);
    }

    /** A mail that waits. */
    public static Invitation survey(String id) {
        return mail(id, id, Kind.SURVEY, null, null, 0);
    }

    private static Invitation reminder(String id, int number) {
        return mail(id, "1", Kind.REMINDER, null, null, number);
    }

    private static Invitation followUp(String id, String asking, String response) {
        return mail(id, asking, Kind.FOLLOW_UP, response, Band.DETRACTOR, 0);
    }

    private static Invitation mail(
            String id, String asking, Kind kind, @Nullable String response, @Nullable Band band, int number) {
        long due = NOW.getEpochSecond();
        return new Invitation(
                id,
                "demo",
                null,
                "wave",
                kind,
                Occasion.RELATIONAL,
                "p",
                ADDRESS,
                asking,
                response,
                band,
                number,
                Map.of(),
                due,
                due,
                State.SCHEDULED,
                null,
                null);
    }

    private static Standing standing(Map<Occasion, Long> asked, @Nullable String by) {
        return new Standing(ADDRESS, "p", null, Set.of(), null, null, 0, asked, by, null, null, Map.of(), Map.of());
    }

    private static Standing standing(
            String person, @Nullable Long unsubscribedAt, Set<String> from, @Nullable Integer rest) {
        Map<Occasion, Long> asked = rest == null
                ? Map.of()
                : Map.of(Occasion.TRANSACTIONAL, NOW.minus(Duration.ofDays(8)).getEpochSecond());
        return new Standing(
                ADDRESS, person, unsubscribedAt, from, null, null, 0, asked, null, null, rest, Map.of(), Map.of());
    }
}
