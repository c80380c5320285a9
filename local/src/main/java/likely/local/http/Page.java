package likely.local.http;

import java.util.Optional;

/** Pages that exist on this machine only, beside the API's routes. */
@FunctionalInterface
public interface Page {

    /** The answer to a request, when it is for one of these. */
    Optional<Reply> answer(Request request);
}
