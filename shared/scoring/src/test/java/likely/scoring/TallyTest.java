package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {
    private static final Tally COUNTING = Tally.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    @Test
    void countsByScoreBandAndInAll() {
        assertThat(Score.ALL).extracting(COUNTING::count).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(COUNTING.count(Band.DETRACTOR)).isEqualTo(28);
        assertThat(COUNTING.count(Band.PASSIVE)).isEqualTo(17);
        assertThat(COUNTING.count(Band.PROMOTER)).isEqualTo(21);
        assertThat(COUNTING.responses()).isEqualTo(66);
        assertThat(COUNTING.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theEmptyTallyHasNothing(Band band) {
        assertThat(Tally.EMPTY.count(band)).isZero();
        assertThat(Tally.EMPTY.responses()).isZero();
        assertThat(Tally.EMPTY.isEmpty()).isTrue();
        assertThat(Tally.EMPTY.counts()).containsOnly(0).hasSize(11);
    }

    @Test
    void aSingleResponseIsCountedUnderItsScore() {
        assertThat(Tally.of(Score.of(7)).counts()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        assertThat(Tally.of(Score.of(7)).responses()).isEqualTo(1);
    }

    @Test
    void plusAddsScoreByScore() {
        assertThat(COUNTING.plus(Tally.of(Score.of(0))).plus(Tally.of(Score.of(10))))
                .isEqualTo(Tally.of(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12));
    }

    @Test
    void minusLeavesTheRest() {
        assertThat(COUNTING.minus(Tally.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)))
                .isEqualTo(Tally.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9));
        assertThat(COUNTING.minus(COUNTING)).isEqualTo(Tally.EMPTY);
    }

    @Test
    void minusRefusesWhatIsNoPart() {
        Tally part = Tally.of(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COUNTING.minus(part))
                .withMessage("part is not contained in the whole: %s in %s", part, COUNTING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 12})
    void countsMustBeEleven(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tally.of(new long[length]))
                .withMessage("counts must be eleven, of scores 0 to 10: %d", length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10})
    void noCountIsNegative(int index) {
        long[] counts = COUNTING.counts();
        counts[index] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tally.of(counts))
                .withMessage("counts[%d] must not be negative: -1", index);
    }

    @Test
    void theLimitIsReachedButNotPassed() {
        Tally full = Tally.of(Tally.MAX_RESPONSES - 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(full.responses()).isEqualTo(Tally.MAX_RESPONSES);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> full.plus(Tally.of(Score.of(5))))
                .withMessage("a tally holds at most 90071992547409 responses");
    }

    @Test
    void aSumBeyondLongIsRefusedToo() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Tally.of(Long.MAX_VALUE, Long.MAX_VALUE, 2, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Tally.of(1, Long.MAX_VALUE, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void theLimitKeepsAHundredfoldExact() {
        assertThat(100 * Tally.MAX_RESPONSES).isLessThanOrEqualTo(1L << 53);
        assertThat(100 * (Tally.MAX_RESPONSES + 1)).isGreaterThan(1L << 53);
    }

    @Test
    void nothingFromOutsideChangesATally() {
        long[] counts = COUNTING.counts();
        Tally tally = Tally.of(counts);
        counts[0] = 99;
        tally.counts()[1] = 99;
        assertThat(tally).isEqualTo(COUNTING);
    }

    @Test
    void equalCountsAreEqualTallies() {
        Tally same = Tally.of(COUNTING.counts());
        assertThat(same).isEqualTo(COUNTING).hasSameHashCodeAs(COUNTING).isNotEqualTo(Tally.EMPTY);
        assertThat(COUNTING.hashCode()).isNotEqualTo(Tally.EMPTY.hashCode());
        assertThat(COUNTING.equals((Object) "Tally")).isFalse();
    }

    @Test
    void itsTextShowsTheCounts() {
        assertThat(COUNTING).hasToString("Tally[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]");
    }
}
