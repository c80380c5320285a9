package likely.scoring;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One answer to "how likely are you to recommend us?".
 *
 * @param value an integer from 0 to 10
 */
public record Score(int value) {
    /** Every score there is, from 0 to 10. */
    public static final List<Score> ALL =
            IntStream.rangeClosed(0, 10).mapToObj(Score::new).toList();

    /**
     * Refuses what is no score.
     *
     * @throws IllegalArgumentException if the value is outside 0 to 10
     */
    public Score {
        if (value < 0 || value > 10) {
            throw new IllegalArgumentException("score must be from 0 to 10: " + value);
        }
    }

    /** The score of this value, which must be from 0 to 10. */
    public static Score of(int value) {
        return new Score(value);
    }

    public Band band() {
        return Band.of(this);
    }
}
