package likely.surveys.widget;

import java.util.Optional;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;

/**
 * What is known, and noted, of the addresses of people who are asked or answer in pages. Every method throws
 * {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface Visitors {
    /** Whose it is, when it was asked and put off, and how often its person wants to be asked; nothing else is read. */
    Standing of(String address);

    /** What a person is to the brand; nothing when there is no such person. */
    Optional<Relation> relation(String person);

    /**
     * Notes an asking, in one write and only while all that speaks against one is as it was read.
     *
     * @param asking whose it is, for {@link Standing#askedBy}
     * @param at Unix seconds
     * @return false when something changed meanwhile: nothing was written
     */
    boolean ask(Standing read, Occasion occasion, String asking, long at);

    /** Notes that an asking was closed without an answer; a later one stays. */
    void dismissed(String address, Occasion occasion, long at);

    /**
     * Notes an answer: the address was asked by it, and the survey was answered. A later answer to it stays.
     *
     * @param answer which it was, for {@link Standing#askedBy}
     */
    void answered(String address, Occasion occasion, String survey, String answer, long at);
}
