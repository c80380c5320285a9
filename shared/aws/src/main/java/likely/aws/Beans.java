package likely.aws;

import io.micronaut.context.BeanContext;

/** Micronaut's compile-time wiring, and nothing else of it: no configuration, no scanning, no proxies. */
public final class Beans {
    private Beans() {}

    /** Starts a context in which a function's factory finds its settings. */
    public static BeanContext start(Settings settings) {
        BeanContext context = BeanContext.build();
        context.registerSingleton(Settings.class, settings);
        return context.start();
    }
}
