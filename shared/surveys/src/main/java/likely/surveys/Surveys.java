package likely.surveys;

import java.util.List;
import java.util.Optional;

/** Where surveys are kept. Whoever reads one throws {@link Unreadable} when what is kept is none. */
public interface Surveys {
    Optional<Survey> find(String id);

    /** All of them, by id. */
    List<Survey> all();

    /**
     * Keeps a new survey.
     *
     * @throws Taken when there is one of that id
     */
    void add(Survey survey);

    /**
     * Replaces a survey whose version is one below the given one's.
     *
     * @throws Changed when somebody else changed it meanwhile
     */
    void replace(Survey survey);

    /** What is kept under an id is no survey, as when the rules were made stricter since; nobody who asks did wrong. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param cause says which field is wrong and why, and not what is in it */
        public Unreadable(String id, Throwable cause) {
            super("survey " + id + " cannot be read", cause);
        }
    }

    /** There is a survey of that id already. */
    final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The survey is not at the version that was read. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
