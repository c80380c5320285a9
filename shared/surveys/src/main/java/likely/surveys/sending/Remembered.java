package likely.surveys.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Remembers for a short time what was found, so that a thousand mails of one survey do not read it a thousand times. */
public final class Remembered<K, V> {
    private final Function<K, Optional<V>> find;
    private final Duration kept;
    private final Clock clock;
    private final Map<K, Found<V>> found = new ConcurrentHashMap<>();

    public Remembered(Function<K, Optional<V>> find, Duration kept, Clock clock) {
        this.find = find;
        this.kept = kept;
        this.clock = clock;
    }

    /** The same for what is found by two keys. */
    public static <V> BiFunction<String, String, Optional<V>> ofTwo(
            BiFunction<String, String, Optional<V>> find, Duration kept, Clock clock) {
        Remembered<Pair, V> remembered = new Remembered<>(pair -> find.apply(pair.first(), pair.second()), kept, clock);
        return (first, second) -> remembered.get(new Pair(first, second));
    }

    public Optional<V> get(K key) {
        Instant now = clock.instant();
        Found<V> known = found.get(key);
        if (known == null || now.isAfter(known.at().plus(kept)) || now.isBefore(known.at())) {
            known = new Found<>(find.apply(key), now);
            found.put(key, known);
        }
        return known.value();
    }

    private record Found<V>(Optional<V> value, Instant at) {}

    private record Pair(String first, String second) {}
}
