package likely.surveys;

import org.jspecify.annotations.Nullable;

/**
 * When a survey stops taking new answers; an answer that has begun may still be completed. And how many answers it takes
 * for ordinary.
 *
 * @param responses after how many counted answers, or null
 * @param closesAt from when on, in Unix seconds, or null
 * @param perPlace how many answers may come from one place in an hour before more are marked, or null for any number
 */
public record Limits(
        @Nullable Integer responses,
        @Nullable Long closesAt,
        @Nullable Integer perPlace) {
    /** More than a shop's counter or a family gives, and less than a script. */
    public static final int PER_PLACE = 30;

    public static final Limits NONE = new Limits(null, null, PER_PLACE);

    public boolean closedAt(long now) {
        return closesAt != null && now >= closesAt;
    }
}
