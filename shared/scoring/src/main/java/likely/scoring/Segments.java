package likely.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which segments of a population differ from the rest of it. */
public final class Segments {
    private Segments() {}

    /**
     * Tests each segment against the rest of the population ({@link Comparison#againstRest}), with p values adjusted for
     * their number ({@link Holm}). Segments may overlap one another.
     *
     * @param segments the parts by name; one without responses, or that is the whole population, has nothing to be tested
     *     against and is left out
     * @param population all responses, those of the segments included
     * @return in the order of {@code segments}
     * @throws IllegalArgumentException if a segment is no part of the population
     */
    public static <K> Map<K, Comparison> againstRest(Map<K, Tally> segments, Tally population) {
        Map<K, Comparison> tests = new LinkedHashMap<>();
        segments.forEach((name, segment) -> {
            if (!segment.isEmpty() && !segment.equals(population)) {
                tests.put(name, Comparison.againstRest(segment, population));
            }
        });
        var adjusted = Holm.adjust(List.copyOf(tests.values())).iterator();
        tests.replaceAll((name, test) -> adjusted.next());
        return tests;
    }
}
