package likely.surveys;

import java.util.List;
import java.util.Optional;

/** Where surveys are kept. */
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

    /** There is a survey of that id already. */
    final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The survey is not at the version that was read. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
