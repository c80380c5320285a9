package likely.local.lambda;

/** Failures for tests of what calls functions. */
public final class Failures {

    private Failures() {}

    public static FunctionFailure of(Throwable cause) {
        return FunctionFailure.thrown(cause);
    }
}
