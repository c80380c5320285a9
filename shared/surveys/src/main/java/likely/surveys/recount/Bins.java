package likely.surveys.recount;

import java.util.Arrays;
import likely.scoring.Score;

/** The twelve numbers of a counter's item, or of a difference: one for each score, and how many answers they say. */
public final class Bins {
    public static final int SIZE = 12;

    private static final int COUNT = 11;

    private final long[] numbers;

    public Bins() {
        this(new long[SIZE]);
    }

    private Bins(long[] numbers) {
        this.numbers = numbers;
    }

    /** Makes one of the numbers for the scores 0 to 10 and the number of answers, which need not be their sum. */
    public static Bins of(long... numbers) {
        if (numbers.length != SIZE) {
            throw new IllegalArgumentException("Not " + SIZE + " numbers");
        }
        return new Bins(numbers.clone());
    }

    void count(Score score) {
        numbers[score.value()]++;
        numbers[COUNT]++;
    }

    void add(Bins other, int times) {
        for (int i = 0; i < SIZE; i++) {
            numbers[i] += times * other.numbers[i];
        }
    }

    void clear() {
        Arrays.fill(numbers, 0);
    }

    public boolean isNothing() {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of answers of a score, 0 to 10; at 11, of all. */
    public long at(int place) {
        return numbers[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bins bins && Arrays.equals(numbers, bins.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
