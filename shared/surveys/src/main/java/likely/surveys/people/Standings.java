package likely.surveys.people;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import likely.surveys.answers.Range;

/** What is known of addresses. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface Standings {
    /** By address, of those of which something is known. */
    Map<String, Standing> of(Collection<String> addresses);

    /** Who unsubscribed from all mail, oldest first, of the addresses that are somebody's. */
    Iterator<Mark> unsubscribed(Range at);

    /** From whose address a mail came back for good, oldest first. */
    Iterator<Mark> bounced(Range at);

    /** Notes that nothing more may be sent there; the first time stays. */
    void unsubscribe(String address, long at);

    /** Notes that a survey was asked elsewhere, for whatever occasion; a later asking stays. */
    void askedElsewhere(String address, long at);

    /** Notes an answer; a later one stays. */
    void responded(String address, long at);

    /**
     * Takes along what somebody wished and when they were asked, to another address of theirs; what is noted there and
     * stricter stays.
     */
    void carry(String from, String to);

    /**
     * Something that was noted of somebody's address.
     *
     * @param at Unix seconds
     */
    record Mark(String person, long at) {}
}
