package likely.surveys.access;

import java.util.List;
import java.util.Optional;

/** Where keys are kept. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface AccessKeys {
    /** A revoked key is not found from the moment on that {@link #remove} returned. */
    Optional<AccessKey> find(String hash);

    /** A survey's keys, by id. */
    List<AccessKey> of(String survey);

    void add(AccessKey key);

    /** Revokes a key; false when there is none of that id. */
    boolean remove(String survey, String id);
}
