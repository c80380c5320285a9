package likely.local.lambda;

import java.util.Optional;

/** Which function the current thread runs, for what happens below it; threads that it starts run the same one. */
public final class CurrentFunction {

    private static final ThreadLocal<String> NAME = new InheritableThreadLocal<>();

    private CurrentFunction() {}

    public static Optional<String> name() {
        return Optional.ofNullable(NAME.get());
    }

    static void enter(String name) {
        NAME.set(name);
    }

    static void leave() {
        NAME.remove();
    }
}
