package likely.surveys.campaigns;

import java.util.List;
import java.util.Optional;

/** Where campaigns are kept. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface Campaigns {
    Optional<Campaign> find(String survey, String id);

    /** A survey's, by id. */
    List<Campaign> of(String survey);

    /** All of them. */
    List<Campaign> all();

    /**
     * Keeps a new campaign.
     *
     * @throws Taken when its survey has one of that id
     */
    void add(Campaign campaign);

    /**
     * Replaces a campaign whose version is one below the given one's.
     *
     * @throws Changed when somebody else changed it meanwhile
     */
    void replace(Campaign campaign);

    /** There is a campaign of that id already. */
    final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The campaign is not at the version that was read. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
