package likely.bench.coldstart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The measurements as a table; ratios are of medians, to the first side's. */
final class Report {
    private Report() {}

    @SuppressWarnings("SystemOut") // it is what the command prints
    static void print(Map<String, List<Sample>> measured) {
        List<Sample> first = measured.values().iterator().next();
        Figures base = figures(first, Sample::elapsed);
        Figures baseCpu = figures(first, Sample::cpu);
        System.out.println("| side | n | lower quartile, ms | median, ms | upper quartile, ms | ratio"
                + " | processor time, median, ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        measured.forEach((name, samples) -> {
            Figures elapsed = figures(samples, Sample::elapsed);
            Figures cpu = figures(samples, Sample::cpu);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f | %.2f | %.0f | %.2f |",
                    name,
                    samples.size(),
                    elapsed.low(),
                    elapsed.median(),
                    elapsed.high(),
                    elapsed.median() / base.median(),
                    cpu.median(),
                    cpu.median() / baseCpu.median()));
        });
    }

    private static Figures figures(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return Figures.of(samples.stream().mapToDouble(of).toArray());
    }
}
