package likely.surveys.recount;

import org.jspecify.annotations.Nullable;

/**
 * What a recount is told to do besides comparing.
 *
 * @param repair whether it repairs each difference that it confirms; includes the backfill
 * @param backfill whether it applies differences that are only the segments, or the limit, that a survey has now
 * @param survey the only survey that it looks at, or null for all
 */
public record Options(
        boolean repair, boolean backfill, @Nullable String survey) {

    boolean backfills() {
        return repair || backfill;
    }

    boolean covers(@Nullable String other) {
        return survey == null || survey.equals(other);
    }
}
