package likely.surveys.recount;

import java.util.Optional;

/** Where runs keep their place. */
public interface Runs {
    Optional<Saved> load(String run);

    /**
     * Keeps what is needed to go on.
     *
     * @throws Overtaken when the run is not at the step before this one: another invocation goes on with it
     */
    void save(String run, Saved saved);

    /**
     * A run's place.
     *
     * @param step counts the saves of the run, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Saved(long step, byte[] state) {}

    /** Another invocation goes on with the run. */
    final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
