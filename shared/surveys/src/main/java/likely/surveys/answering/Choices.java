package likely.surveys.answering;

import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** What the person behind an address wants. Every method throws {@link likely.surveys.Unavailable} as stores do. */
public interface Choices {
    /** What was chosen so far; {@link Standing#unknown} when nothing was. */
    Standing of(String address);

    /**
     * No more mail of any survey.
     *
     * @param reason in the person's own words, or null
     */
    void stop(String address, long at, @Nullable String reason);

    /** Mail may come again. A bounce or a complaint stays. */
    void resume(String address);

    void stopSurvey(String address, String survey);

    void resumeSurvey(String address, String survey);

    /** Asks at most once in so many days; null for as the owner thinks right. */
    void rest(String address, @Nullable Integer days);

    /** Notes an answer, for the list of people; a later one stays. */
    void responded(String address, long at);
}
