package likely.scoring;

/** Checks of arguments, each with an error that names the argument. */
final class Require {
    private Require() {}

    static Tally responses(String name, Tally tally) {
        if (tally.isEmpty()) {
            throw new IllegalArgumentException(name + " must have responses");
        }
        return tally;
    }

    static void probability(String name, double value) {
        that(value >= 0 && value <= 1, name + " must be from 0 to 1", value);
    }

    static void insideUnit(String name, double value) {
        that(value > 0 && value < 1, name + " must be above 0 and below 1", value);
    }

    static double upTo(double limit, String name, double value) {
        return that(value > 0 && value <= limit, name + " must be above 0 and at most " + limit, value);
    }

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
        return value;
    }

    static double that(boolean valid, String rule, double value) {
        if (!valid) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
        return value;
    }
}
