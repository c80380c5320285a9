package likely.surveys;

import java.util.Optional;

/**
 * Where responses are recorded. Each write raises the response's rev, which only the store assigns.
 *
 * <p>Every method throws {@link Unavailable} when the store cannot be reached or is throttled; nothing is half written.
 */
public interface Responses {
    /** What became of an edition that arrived. */
    enum Recorded {
        /** The first of its response. */
        CREATED,
        /** Newer than what was there. */
        EDITED,
        /** A resend, or older than what is there: nothing was written. */
        KNOWN,
        /** The response was erased: nothing was written, and nothing will be. */
        ERASED,
        /** Another submission has this id: nothing was written. */
        TAKEN
    }

    /** Records an edition: the first one that arrives as it is; a later one over what is there, if its seq is higher. */
    Recorded record(Response edition);

    /** Records an edition over what is there, as {@link #record} does; nothing when nothing is there. */
    Optional<Recorded> complete(Response edition);

    /**
     * Overwrites a response with an empty tombstone at its next rev.
     *
     * @return false when there is none, or it was erased before
     */
    boolean erase(String id);
}
