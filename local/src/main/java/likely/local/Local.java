package likely.local;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.embedded.Template;
import likely.embedded.TemplateException;

/** {@code local}: the whole service on one machine, with one command. */
public final class Local {

    /** Held, because the log manager keeps loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    private Local() {}

    public static void main(String[] arguments) throws InterruptedException {
        ROOT.setLevel(Level.WARNING);
        // Otherwise the JDK's server waits 40 ms between a reply's head and its body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            run(Settings.from(System.getenv()));
        } catch (LocalException | TemplateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) { // or the threads of what did start would keep the process
            ROOT.log(Level.SEVERE, "Likely did not start", e);
            System.exit(1);
        }
    }

    private static void run(Settings settings) throws InterruptedException {
        Template template =
                Template.find(settings.key().map(key -> Map.of("OwnerKey", key)).orElse(Map.of()));
        Installation installation = Installation.start(settings, template, Clock.systemUTC(), Sleeper.real());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            installation.close();
            stopped.countDown();
        }));
        Optional<OwnerApi> owner = installation.owner();
        if (owner.isPresent()) {
            new FirstStart(owner.get()).prepare();
        }
        System.out.println("Likely is ready at " + installation.address());
        System.out.println("A shop that asks: " + installation.address() + "demo");
        if (settings.key().isEmpty()) {
            owner.ifPresent(api -> System.out.println("The owner's key: " + api.key()));
        }
        stopped.await();
    }
}
