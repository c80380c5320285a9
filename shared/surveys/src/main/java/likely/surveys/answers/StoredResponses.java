package likely.surveys.answers;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Response;

/**
 * Responses as they are stored. What was erased, or has expired and waits for its removal, is not found. Every method
 * throws {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface StoredResponses {
    Optional<Response> find(String id);

    /** By id; those that are not found are left out. */
    Map<String, Response> find(Collection<String> ids);

    /**
     * Writes what may change of a response over what is stored, if that is still at the response's rev.
     *
     * @return false when somebody else wrote it meanwhile: nothing was written
     */
    boolean replace(Response changed);

    /**
     * Takes a response out of the count, or back into it, if what is stored is still at the response's rev.
     *
     * @param at Unix seconds, of this change
     * @return false when somebody else wrote it meanwhile: nothing was written
     */
    boolean exclude(Response read, boolean excluded, long at);
}
