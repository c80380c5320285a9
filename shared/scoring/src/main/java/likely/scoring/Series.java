package likely.scoring;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The tallies of consecutive periods of equal length, oldest first, each response in exactly one of them.
 *
 * <p>Windows over it are compared only as the two sides of one cut, so they cannot share a period. Rolling windows do
 * share periods, and come as scores, which {@link Comparison} does not take.
 *
 * @param periods days, weeks or waves; those without responses are {@link Tally#EMPTY}, not left out
 */
public record Series(List<Tally> periods) {
    public Series {
        periods = List.copyOf(periods);
    }

    /**
     * The score of each window of so many periods: the sum of its tallies, never the mean of their scores.
     *
     * @param width periods in a window, at least 1
     * @return one for each period at which a full window ends, oldest first; empty where the window has no responses
     */
    public List<Optional<NetPromoterScore>> rolling(int width) {
        Require.positive("width", width);
        return IntStream.rangeClosed(width, periods.size())
                .mapToObj(end -> NetPromoterScore.of(sum(end - width, end)))
                .toList();
    }

    /**
     * The newest window against the baseline right before it; empty when one of them has no responses.
     *
     * @param newest periods in the newest window, at least 1
     * @param baseline periods in the baseline, at least 1; fewer are used when the series is too short
     */
    public Optional<Comparison> change(int newest, int baseline) {
        Tally before = baseline(newest, baseline);
        Tally after = newest(newest);
        return before.isEmpty() || after.isEmpty() ? Optional.empty() : Optional.of(Comparison.of(before, after));
    }

    /** Whether {@link #change} is large enough to tell somebody. */
    public Alarm alarm(int newest, int baseline) {
        long responses = newest(newest).responses();
        return change(newest, baseline)
                .map(change -> Alarm.of(responses, change.z()))
                .orElse(Alarm.TOO_FEW);
    }

    private Tally newest(int newest) {
        return sum(cut(newest), periods.size());
    }

    private Tally baseline(int newest, int baseline) {
        int cut = cut(newest);
        return sum(Math.max(0, cut - Require.positive("baseline", baseline)), cut);
    }

    private int cut(int newest) {
        return Math.max(0, periods.size() - Require.positive("newest", newest));
    }

    private Tally sum(int from, int until) {
        return periods.subList(from, until).stream().reduce(Tally.EMPTY, Tally::plus);
    }
}
