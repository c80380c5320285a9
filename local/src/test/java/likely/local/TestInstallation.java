package likely.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.embedded.Template;

/** The tests' template at work; its main is the process that the kill test kills. */
public final class TestInstallation {

    private TestInstallation() {}

    /** Held, because the log manager keeps loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    static Installation start(Path data) {
        ROOT.setLevel(Level.WARNING);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Settings settings = new Settings(0, data, Optional.empty(), Optional.empty());
        Template template = Template.load(Path.of("src/test/resources/template.yaml"));
        return Installation.start(settings, template, Clock.systemUTC(), Sleeper.real());
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("ready " + start(Path.of(arguments[0])).address());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
