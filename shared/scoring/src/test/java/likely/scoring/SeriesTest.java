package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final Tally A = Tallies.of(5, 1, 10);
    private static final Tally B = Tallies.of(2, 2, 10);
    private static final Tally C = Tallies.of(1, 6, 20);

    @Test
    void aRollingWindowSumsItsPeriods() {
        assertThat(new Series(List.of(A, B, C)).rolling(2))
                .containsExactly(NetPromoterScore.of(A.plus(B)), NetPromoterScore.of(B.plus(C)));
    }

    @Test
    void rollingOverOnePeriodIsThePeriodsThemselves() {
        assertThat(new Series(List.of(A, Tally.EMPTY, C)).rolling(1))
                .containsExactly(NetPromoterScore.of(A), Optional.empty(), NetPromoterScore.of(C));
    }

    @Test
    void aSeriesShorterThanTheWindowHasNone() {
        assertThat(new Series(List.of(A, B, C)).rolling(3))
                .containsExactly(NetPromoterScore.of(A.plus(B).plus(C)));
        assertThat(new Series(List.of(A, B, C)).rolling(4)).isEmpty();
    }

    @Test
    void changeIsTheNewestWindowAgainstThePeriodsRightBefore() {
        Series series = new Series(List.of(C, A, B, C));
        assertThat(series.change(1, 2)).contains(Comparison.of(A.plus(B), C));
        assertThat(series.change(2, 1)).contains(Comparison.of(A, B.plus(C)));
    }

    @Test
    void aShortSeriesHasAShorterBaseline() {
        assertThat(new Series(List.of(A, B, C)).change(1, 90)).contains(Comparison.of(A.plus(B), C));
    }

    @Test
    void thereIsNoChangeWithoutResponsesOnBothSides() {
        assertThat(new Series(List.of(A, B)).change(2, 1)).isEmpty();
        assertThat(new Series(List.of(A, B)).change(5, 1)).isEmpty();
        assertThat(new Series(List.of(Tally.EMPTY, B)).change(1, 1)).isEmpty();
        assertThat(new Series(List.of(A, Tally.EMPTY)).change(1, 1)).isEmpty();
        assertThat(new Series(List.of()).change(1, 1)).isEmpty();
    }

    @Test
    void aModerateFallIsNoAlarm() {
        Series series = new Series(List.of(Tallies.of(1200, 600, 3000), Tallies.of(40, 40, 110)));
        assertThat(series.alarm(1, 1)).isEqualTo(Alarm.NONE);
    }

    @Test
    void aSteepFallAndASteepRiseAreAlarms() {
        Tally usual = Tallies.of(1200, 600, 3000);
        assertThat(new Series(List.of(usual, Tallies.of(10, 60, 110))).alarm(1, 1))
                .isEqualTo(Alarm.FALL);
        assertThat(new Series(List.of(usual, Tallies.of(100, 2, 110))).alarm(1, 1))
                .isEqualTo(Alarm.RISE);
    }

    @Test
    void fewResponsesOrNoBaselineRaiseNoAlarm() {
        Tally usual = Tallies.of(1200, 600, 3000);
        Tally terrible = Tallies.of(0, 29, 29);
        assertThat(new Series(List.of(usual, terrible)).alarm(1, 1)).isEqualTo(Alarm.TOO_FEW);
        assertThat(new Series(List.of(usual)).alarm(1, 1)).isEqualTo(Alarm.TOO_FEW);
        assertThat(new Series(List.of(Tally.EMPTY, usual)).alarm(1, 1)).isEqualTo(Alarm.TOO_FEW);
    }

    @ParameterizedTest
    @CsvSource({
        "29, -9, TOO_FEW",
        "30, -9, FALL",
        "30, -3.0001, FALL",
        "30, -3, NONE",
        "30, 0, NONE",
        "30, 3, NONE",
        "30, 3.0001, RISE",
        "29, 9, TOO_FEW"
    })
    void theAlarmNeedsThirtyResponsesAndMoreThanThree(long responses, double z, Alarm alarm) {
        assertThat(Alarm.of(responses, z)).isEqualTo(alarm);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void windowsHaveAPeriodAtLeast(int periods) {
        Series series = new Series(List.of(A, B, C));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.rolling(periods))
                .withMessage("width must be at least 1: %d", periods);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.change(periods, 1))
                .withMessage("newest must be at least 1: %d", periods);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.alarm(1, periods))
                .withMessage("baseline must be at least 1: %d", periods);
    }

    @Test
    void nothingFromOutsideChangesASeries() {
        List<Tally> periods = new ArrayList<>(List.of(A));
        Series series = new Series(periods);
        periods.add(B);
        assertThat(series.periods()).containsExactly(A);
    }
}
