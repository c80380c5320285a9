package likely.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HolmLawsTest {
    @Provide
    Arbitrary<double[]> pValues() {
        return Arbitraries.doubles()
                .between(0, 1)
                .ofScale(6)
                .array(double[].class)
                .ofMaxSize(12);
    }

    @Property
    void liesBetweenNoAdjustmentAndBonferroni(@ForAll("pValues") double[] pValues) {
        double[] adjusted = Holm.adjust(pValues);
        for (int i = 0; i < pValues.length; i++) {
            assertThat(adjusted[i]).isBetween(pValues[i], Math.min(1, pValues.length * pValues[i]));
        }
    }

    @Property
    void keepsTheOrder(@ForAll("pValues") double[] pValues) {
        Arrays.sort(pValues);
        assertThat(Holm.adjust(pValues)).isSorted();
    }
}
