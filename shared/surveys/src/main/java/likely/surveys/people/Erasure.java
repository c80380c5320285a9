package likely.surveys.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.Response;
import likely.surveys.Responses;
import likely.surveys.Unavailable;
import likely.surveys.answers.ResponseIndex;
import likely.surveys.answers.StoredResponses;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import org.jspecify.annotations.Nullable;

/**
 * Erases people: their mails' content and answers first, then who they are, so that one that died half way finds the
 * person still there and a repeat finishes it. Counts correct themselves, by the stream of responses.
 */
public final class Erasure {
    private static final int MOST_ATTEMPTS = 5;
    private static final int AT_ONCE = 100;

    private final People people;
    private final PeopleWrites writes;
    private final Enrolment enrolment;
    private final Erasures erasures;
    private final Invitations invitations;
    private final Links links;
    private final Answers answers;

    /** Links that were made for somebody without a mail. */
    @FunctionalInterface
    public interface Links {
        /**
         * Forgets whose they are and what they carry; they lead nowhere from then on.
         *
         * @param survey whose links alone, or null for all
         */
        void forget(String person, @Nullable String survey);
    }

    /** Where answers are found, read and erased. */
    public record Answers(ResponseIndex index, StoredResponses stored, Responses responses) {}

    public Erasure(
            People people,
            PeopleWrites writes,
            Enrolment enrolment,
            Erasures erasures,
            Invitations invitations,
            Links links,
            Answers answers) {
        this.people = people;
        this.writes = writes;
        this.enrolment = enrolment;
        this.erasures = erasures;
        this.invitations = invitations;
        this.links = links;
        this.answers = answers;
    }

    /** Erases somebody from everywhere. */
    public void erase(Person person, long now) {
        Progress progress =
                new Progress(erasures.receipt(person.id()).orElseGet(() -> Receipt.started(person.id(), now)));
        progress.add(0, 0);
        sweep(person.id(), null, progress::add);
        Optional<Person> left = Optional.of(person);
        for (int attempt = 0; attempt < MOST_ATTEMPTS && left.isPresent(); attempt++) {
            Person there = left.get();
            progress.receipt = progress.receipt.finished(now);
            if (erasures.finish(there, enrolment.addresses(there), progress.receipt)) {
                // Once more, for what came meanwhile, and what the indexes did not show yet.
                sweep(person.id(), null, progress::add);
                return;
            }
            left = people.find(person.id());
        }
        if (left.isPresent()) {
            throw keepsChanging(person);
        } // else another call finished it
    }

    /**
     * Takes somebody out of one survey, with what they were asked and said there; other surveys keep what is theirs.
     */
    public void leave(Person person, String survey, long now) {
        sweep(person.id(), survey, (responses, mails) -> {});
        Optional<Person> left = Optional.of(person);
        for (int attempt = 0; attempt < MOST_ATTEMPTS && left.isPresent(); attempt++) {
            if (writes.replace(left.get().without(survey).changed(now), Set.of(), Set.of())) {
                return;
            }
            left = people.find(person.id());
        }
        if (left.isPresent()) {
            throw keepsChanging(person);
        }
    }

    /** Forgets mails and erases answers, and tells how many as it goes. */
    private void sweep(String person, @Nullable String survey, Noted noted) {
        // First, so that none of them brings an answer that is not found below.
        links.forget(person, survey);
        Set<String> ids = new LinkedHashSet<>();
        answers.index().byPerson(person).forEachRemaining(entry -> ids.add(entry.id()));
        int forgotten = 0;
        for (Invitation invitation : all(person)) {
            if (survey == null || survey.equals(invitation.survey())) {
                // An answer of a moment ago is in no index yet; its id is known.
                ids.add(invitation.answer());
                invitations.forget(invitation.id());
                forgotten++;
            }
        }
        noted.noted(0, forgotten);
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            noted.noted(erase(all.subList(from, Math.min(all.size(), from + AT_ONCE)), person, survey), 0);
        }
    }

    /** Before any is forgotten: who is forgotten leaves the list that is read. */
    private List<Invitation> all(String person) {
        List<Invitation> all = new ArrayList<>();
        invitations.ofPerson(person).forEachRemaining(all::add);
        return all;
    }

    private int erase(List<String> ids, String person, @Nullable String survey) {
        Map<String, Response> found = answers.stored().find(ids);
        int erased = 0;
        for (String id : ids) {
            Response response = found.get(id);
            // One that has expired is not found, and erased all the same; one given to another person meanwhile stays.
            boolean theirs = response == null || response.person() == null || person.equals(response.person());
            boolean wanted = survey == null || (response != null && survey.equals(response.survey()));
            if (theirs && wanted && answers.responses().erase(id)) {
                erased++;
            }
        }
        return erased;
    }

    private static Unavailable keepsChanging(Person person) {
        return new Unavailable(new IllegalStateException("Person " + person.id() + " keeps changing"));
    }

    private interface Noted {
        void noted(int responses, int invitations);
    }

    /** The receipt so far; kept at each step, so that a repeat goes on counting. */
    private final class Progress {
        private Receipt receipt;

        Progress(Receipt receipt) {
            this.receipt = receipt;
        }

        void add(int responses, int mails) {
            receipt = receipt.with(responses, mails);
            erasures.note(receipt);
        }
    }
}
