package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {
    @Test
    void multipliesEachByTheTestsNotYetDecided() {
        // .005 x 4, .01 x 3, .03 x 2, and .04 x 1 raised to the one before it.
        assertThat(Holm.adjust(.01, .04, .03, .005)).containsExactly(new double[] {.03, .06, .06, .02}, within(1e-15));
    }

    @Test
    void neverExceedsOne() {
        assertThat(Holm.adjust(.4, .9, .6)).containsExactly(1, 1, 1);
    }

    @Test
    void treatsEqualValuesAlike() {
        assertThat(Holm.adjust(.02, .02)).containsExactly(.04, .04);
    }

    @Test
    void leavesASingleTestAlone() {
        assertThat(Holm.adjust(.03)).containsExactly(.03);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void acceptsTheLimits() {
        assertThat(Holm.adjust(0, 1)).containsExactly(0, 1);
    }

    @Test
    void adjustsComparisonsInTheirOrder() {
        Comparison weak = new Comparison(5, 1, .3);
        Comparison strong = new Comparison(-20, -3, .01);
        assertThat(Holm.adjust(List.of(weak, strong)))
                .containsExactly(new Comparison(5, 1, .3), new Comparison(-20, -3, .02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void refusesWhatIsNoProbability(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(.5, p))
                .withMessage("pValues must be from 0 to 1: " + p);
    }
}
