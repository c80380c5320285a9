package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    @ParameterizedTest
    @CsvSource({
        "0, DETRACTOR",
        "1, DETRACTOR",
        "2, DETRACTOR",
        "3, DETRACTOR",
        "4, DETRACTOR",
        "5, DETRACTOR",
        "6, DETRACTOR",
        "7, PASSIVE",
        "8, PASSIVE",
        "9, PROMOTER",
        "10, PROMOTER"
    })
    void everyScoreHasItsBand(int value, Band band) {
        assertThat(Score.of(value).band()).isEqualTo(band);
        assertThat(Band.of(new Score(value))).isEqualTo(band);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, 16, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void anythingElseIsNoScore(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of(value))
                .withMessage("score must be from 0 to 10: %d", value);
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(value));
    }

    @Test
    void allScoresAreInOrder() {
        assertThat(Score.ALL).extracting(Score::value).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }
}
