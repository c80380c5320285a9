package likely.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a function that plans and sends: the system's, and on one machine one that can be moved forward, so that
 * a quarter can be watched in a minute.
 */
public final class Clocks {
    /** Names a file that says by how many seconds the clock is ahead; set by the local command alone. */
    public static final String FILE = "LIKELY_CLOCK";

    private Clocks() {}

    public static Clock of(Settings settings) {
        return settings.optional(FILE).map(file -> moved(Path.of(file))).orElseGet(Clock::systemUTC);
    }

    /** A clock that is ahead by what the file says now; without the file it is the system's. */
    public static Clock moved(Path file) {
        return new Moved(file, ZoneOffset.UTC);
    }

    private static final class Moved extends Clock {
        private final Path file;
        private final ZoneId zone;

        Moved(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(file, other);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead());
        }

        private Duration ahead() {
            try {
                return Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
            } catch (NoSuchFileException e) {
                return Duration.ZERO;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
