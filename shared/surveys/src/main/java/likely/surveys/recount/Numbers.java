package likely.surveys.recount;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a recount has seen and done so far. Carries ids, and never a score or a comment. */
public final class Numbers {
    /** Enough to see what the differences have in common. */
    static final int MOST_EXAMPLES = 10;

    long responses;
    long entries;
    long counters;
    long backfill;
    long backfilled;
    long repaired;
    long unsettled;
    final Map<Kind, Long> found = new EnumMap<>(Kind.class);
    final Map<Kind, List<String>> examples = new EnumMap<>(Kind.class);

    void found(Kind kind, String example) {
        found.merge(kind, 1L, Long::sum);
        List<String> some = examples.computeIfAbsent(kind, k -> new ArrayList<>());
        if (some.size() < MOST_EXAMPLES) {
            some.add(example);
        }
    }

    public long found(Kind kind) {
        return found.getOrDefault(kind, 0L);
    }

    /** All that was confirmed, repaired or not; what a survey counts newly is none, nor is what was in motion. */
    public long differences() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For the log and the reply. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("responses", responses);
        map.put("entries", entries);
        map.put("counters", counters);
        map.put("differences", differences());
        for (Kind kind : Kind.values()) {
            map.put(name(kind), found(kind));
        }
        map.put("repaired", repaired);
        map.put("backfill", backfill);
        map.put("backfilled", backfilled);
        map.put("unsettled", unsettled);
        Map<String, List<String>> some = new LinkedHashMap<>();
        examples.forEach((kind, ids) -> some.put(name(kind), List.copyOf(ids)));
        map.put("examples", some);
        return map;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
