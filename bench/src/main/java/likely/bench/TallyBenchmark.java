package likely.bench;

import java.util.concurrent.TimeUnit;
import likely.scoring.NetPromoterScore;
import likely.scoring.Score;
import likely.scoring.Tally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a tally costs: adding an answer, merging two days, reading the score with its interval. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TallyBenchmark {
    private Tally day = Tally.of(3, 1, 0, 2, 5, 8, 13, 40, 60, 90, 120);
    private Tally other = Tally.of(1, 0, 2, 2, 4, 9, 10, 35, 70, 80, 130);
    private Score score = Score.of(9);

    @Benchmark
    public Tally addOne() {
        return day.plus(Tally.of(score));
    }

    @Benchmark
    public Tally merge() {
        return day.plus(other);
    }

    @Benchmark
    public double scoreWithInterval() {
        NetPromoterScore nps = NetPromoterScore.of(day).orElseThrow();
        return nps.value() + nps.interval().low();
    }
}
