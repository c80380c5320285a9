package likely.local.http;

import java.util.Optional;

/** Pages that exist on this machine only, beside the API's routes. */
@FunctionalInterface
public interface Page {

    /** The page at a path, when it is one of these. */
    Optional<Content> at(String path);

    /** What a page consists of. */
    record Content(int status, String type, Body body) {}
}
