package likely.surveys;

import org.jspecify.annotations.Nullable;

/**
 * When a survey stops taking new answers; an answer that has begun may still be completed.
 *
 * @param responses after how many counted answers, or null
 * @param closesAt from when on, in Unix seconds, or null
 */
public record Limits(@Nullable Integer responses, @Nullable Long closesAt) {
    public static final Limits NONE = new Limits(null, null);

    public boolean closedAt(long now) {
        return closesAt != null && now >= closesAt;
    }
}
