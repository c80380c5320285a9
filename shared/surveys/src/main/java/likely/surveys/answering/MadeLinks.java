package likely.surveys.answering;

import java.util.Optional;

/** Where links that were made without a mail are kept. Throws {@link likely.surveys.Unavailable} as stores do. */
public interface MadeLinks {
    void add(MadeLink link);

    Optional<MadeLink> find(String id);
}
