package likely.surveys.answering;

import java.util.Optional;

/** What links ask. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface AskedLinks {
    /** So many openings of a link are kept; a scanner's hundredth says no more than its first. */
    int MOST_OPENINGS = 20;

    /** Of the mail or link of that id; nothing when there is none, or it was erased. */
    Optional<Asked> find(String id);

    /** Keeps an opening as evidence, unless there are {@link #MOST_OPENINGS} already. */
    void note(String id, Opening opening);

    /** Notes when a mail was answered, the first time. */
    void answered(Asked asked, long at);

    /**
     * Takes one of an open link's answers for a submission, once however often it is asked.
     *
     * @param until the link's end, in Unix seconds: nobody asks after it
     * @return false when all are taken
     */
    boolean reserve(Asked asked, String submissionId, long until);
}
