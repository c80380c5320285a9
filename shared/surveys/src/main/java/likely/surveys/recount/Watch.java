package likely.surveys.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Counters that are looked at closely, between two scans of the entries.
 *
 * <p>An entry never leaves its survey and day except as a tombstone, for good. So when both scans have seen the same
 * entries of a survey's day at the same versions, and the same tombstones, then at each moment between the scans the
 * entries of that day were exactly these: one that was not among them then would have come, or come and gone, or
 * changed and changed back, and each of these leaves a new entry, a new version or a new tombstone behind. A counter
 * that was read between the scans can be compared with their sum as if all had stood still.
 */
final class Watch {
    private static final Group TOMBSTONES = new Group("", null);

    final Map<CounterKey, Watched> counters = new LinkedHashMap<>();
    Map<Group, Digest> before = new HashMap<>();
    Map<Group, Digest> now = new HashMap<>();
    long lookedAt;
    int looks;

    /** The entries of a survey, all or of one day. */
    record Group(String survey, @Nullable LocalDate day) {
        static Group of(CounterKey counter) {
            return new Group(counter.survey(), counter.day());
        }
    }

    /** Stands for a set of entries at their versions; two that differ are told apart but for one time in 2^64. */
    static final class Digest {
        long size;
        long sum;

        void add(long hash) {
            size++;
            sum += hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Digest digest && size == digest.size && sum == digest.sum;
        }

        @Override
        public int hashCode() {
            return Objects.hash(size, sum);
        }
    }

    static final class Watched {
        final Bins sum = new Bins();
        Map<Integer, Bins> items = Map.of();

        /** What it should be minus what it is. */
        Bins difference() {
            Bins difference = new Bins();
            difference.add(sum, 1);
            items.values().forEach(item -> difference.add(item, -1));
            return difference;
        }
    }

    void begin(Collection<CounterKey> suspects) {
        suspects.forEach(counter -> counters.put(counter, new Watched()));
        looks = 0;
        nextScan();
    }

    /** The scan that ends becomes the earlier one. */
    void nextScan() {
        before = now;
        now = new HashMap<>();
        now.put(TOMBSTONES, new Digest());
        for (Map.Entry<CounterKey, Watched> watched : counters.entrySet()) {
            now.put(Group.of(watched.getKey()), new Digest());
            watched.getValue().sum.clear();
        }
    }

    void see(String response, Entry entry) {
        Contribution counted = entry.counted();
        if (counted == null) {
            if (entry.version() > 1) { // the tombstone of one that was never counted moved no counter
                add(TOMBSTONES, hash(response, 0));
            }
            return;
        }
        long hash = hash(response, entry.version());
        add(new Group(counted.survey(), counted.day()), hash);
        add(new Group(counted.survey(), null), hash);
        for (CounterKey counter : counted.counters()) {
            Watched watched = counters.get(counter);
            if (watched != null) {
                watched.sum.count(counted.score());
            }
        }
    }

    private void add(Group group, long hash) {
        Digest digest = now.get(group);
        if (digest != null) {
            digest.add(hash);
        }
    }

    /** Whether nothing that is counted there moved between the last two scans. */
    boolean isStill(CounterKey counter) {
        return same(TOMBSTONES) && same(Group.of(counter));
    }

    private boolean same(Group group) {
        return Objects.equals(before.get(group), now.get(group));
    }

    Iterator<Map.Entry<CounterKey, Watched>> iterator() {
        return counters.entrySet().iterator();
    }

    /** FNV-1a over the id, then the finisher of SplitMix64 over both. */
    private static long hash(String id, long version) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash += version * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
