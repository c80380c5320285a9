package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.Answer;
import likely.surveys.InMemoryResponses;
import likely.surveys.Response;
import likely.surveys.Responses;
import likely.surveys.Unavailable;
import likely.surveys.answers.InMemoryAnswers;
import likely.surveys.invitations.InMemoryInvitations;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.SampleInvitation;
import likely.surveys.invitations.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final long NOW = 1_700_000_000;

    private final InMemoryPeople people = new InMemoryPeople();
    private final Addresses addresses = new Addresses(() -> "secret");
    private final Enrolment enrolment = new Enrolment(people, people, people.standings(), addresses);
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryAnswers index = new InMemoryAnswers();
    private final FailingResponses responses = new FailingResponses();
    private final Erasure erasure = new Erasure(
            people,
            people,
            enrolment,
            people,
            invitations,
            (person, survey) -> {},
            new Erasure.Answers(index, index, responses));
    private Person ann =
            new Person("0", null, null, null, Relation.CUSTOMER, null, null, Map.of(), Set.of(), null, 0, 0, 0);

    /** Responses that the store stops erasing. */
    private static final class FailingResponses implements Responses {
        final InMemoryResponses stored = new InMemoryResponses();
        final List<String> erased = new ArrayList<>();
        int left = Integer.MAX_VALUE;

        @Override
        public Recorded record(Response edition) {
            return stored.record(edition);
        }

        @Override
        public Optional<Recorded> complete(Response edition) {
            return stored.complete(edition);
        }

        @Override
        public boolean erase(String id) {
            if (left-- == 0) {
                throw new Unavailable(new IllegalStateException("told by a test"));
            }
            boolean did = stored.erase(id);
            if (did) {
                erased.add(id);
            }
            return did;
        }
    }

    @BeforeEach
    void begin() {
        enrolment.enrol(Details.of("ann@example.com", "Ann"), "demo", Relation.CUSTOMER, NOW);
        ann = enrolment
                .enrol(Details.of("ann@example.com", "Ann"), "shop", Relation.CUSTOMER, NOW)
                .person();
        invitations.add(SampleInvitation.waiting("71", ann.id()));
        invitations.add(SampleInvitation.waiting("72", ann.id()));
        invitations.become("72", State.SENT);
        answer("demo", "first");
        answer("shop", "second");
    }

    @Test
    void everything_about_somebody_goes_and_a_receipt_stays() {
        erasure.erase(ann, NOW + 5);

        assertThat(people.find(ann.id())).isEmpty();
        assertThat(enrolment.byEmail("ann@example.com")).isEmpty();
        assertThat(invitations.ofPerson(ann.id()).hasNext()).isFalse();
        assertThat(invitations.find("71").orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(responses.erased).hasSize(2);
        assertThat(people.receipt(ann.id())).contains(new Receipt(ann.id(), NOW + 5, NOW + 5, 2, 2));
    }

    @Test
    void an_answer_that_no_index_shows_yet_is_found_by_its_invitation() {
        String id = SampleInvitation.waiting("71", ann.id()).answer();
        responses.record(Answer.of(Invitation.submissionId("71")).first());

        erasure.erase(ann, NOW);

        assertThat(responses.erased).contains(id);
    }

    @Test
    void one_that_died_half_way_is_finished_by_a_repeat() {
        responses.left = 1;
        assertThatThrownBy(() -> erasure.erase(ann, NOW + 5)).isInstanceOf(Unavailable.class);
        Person left = people.find(ann.id()).orElseThrow();
        assertThat(people.receipt(ann.id()).orElseThrow().erasedAt()).isNull();

        responses.left = Integer.MAX_VALUE;
        erasure.erase(left, NOW + 60);

        assertThat(people.find(ann.id())).isEmpty();
        assertThat(responses.erased).hasSize(2);
        Receipt receipt = people.receipt(ann.id()).orElseThrow();
        assertThat(receipt.startedAt()).isEqualTo(NOW + 5);
        assertThat(receipt.erasedAt()).isEqualTo(NOW + 60);
        assertThat(receipt.invitations()).isEqualTo(2);
    }

    @Test
    void who_changes_meanwhile_is_erased_all_the_same() {
        Person before = ann;
        enrolment.enrol(Details.of("ann@example.com", "Ann Other"), "demo", Relation.CUSTOMER, NOW + 1);

        erasure.erase(before, NOW + 5);

        assertThat(people.find(ann.id())).isEmpty();
    }

    @Test
    void an_answer_that_was_given_to_somebody_else_stays() {
        index.all.replaceAll(response -> response.survey().equals("shop") ? of("someone", response) : response);

        erasure.erase(ann, NOW);

        assertThat(responses.erased).hasSize(1);
    }

    @Test
    void one_survey_is_left_and_the_others_keep_what_is_theirs() {
        erasure.leave(ann, "demo", NOW + 5);

        Person left = people.find(ann.id()).orElseThrow();
        assertThat(left.surveys()).containsExactly("shop");
        assertThat(responses.erased).hasSize(1);
        assertThat(invitations.ofPerson(ann.id()).hasNext()).isFalse();
        assertThat(people.receipt(ann.id())).isEmpty();
    }

    private void answer(String survey, String submission) {
        Response response = of(ann.id(), Answer.of(submission).survey(survey).first());
        responses.record(response);
        index.all.add(response);
    }

    private static Response of(String person, Response r) {
        return new Response(
                r.id(),
                r.survey(),
                r.submissionId(),
                r.seq(),
                r.rev(),
                r.score(),
                r.comment(),
                r.answers(),
                r.properties(),
                r.segments(),
                person,
                r.identity(),
                r.claim(),
                r.locale(),
                r.page(),
                r.touchpoint(),
                r.day(),
                r.createdAt(),
                r.updatedAt(),
                r.expiresAt(),
                r.limited());
    }
}
