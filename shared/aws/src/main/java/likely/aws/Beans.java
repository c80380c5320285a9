package likely.aws;

import io.micronaut.context.BeanContext;
import java.util.List;

/** Micronaut's compile-time wiring, and nothing else of it: no configuration, no scanning, no proxies. */
public final class Beans {
    private Beans() {}

    /** Starts a context in which a function's factory finds its settings. */
    public static BeanContext start(Settings settings) {
        BeanContext context = BeanContext.build();
        context.registerSingleton(Settings.class, settings);
        return context.start();
    }

    /**
     * Starts a context that knows some bean definitions and searches for no more, which is a fifth of a cold start.
     *
     * @param definitions the classes that Micronaut's processor generated for a function's factory
     */
    public static BeanContext start(Settings settings, List<String> definitions) {
        BeanContext context = new LeanContext(definitions);
        context.registerSingleton(Settings.class, settings, null, false);
        return context.start();
    }
}
