package likely.surveys.recount;

import java.util.Objects;
import likely.surveys.ledger.Contribution.CounterKey;

/** A part of all counters that is summed up in one pass over the scores; told by hash, and the same on every machine. */
record Partition(int index, int of) {
    static final Partition WHOLE = new Partition(0, 1);

    boolean contains(CounterKey counter) {
        return of == 1 || Math.floorMod(hash(counter), of) == index;
    }

    Partition firstHalf() {
        return new Partition(index, of * 2);
    }

    Partition secondHalf() {
        return new Partition(index + of, of * 2);
    }

    private static int hash(CounterKey counter) {
        Long day = counter.day() == null ? null : counter.day().toEpochDay();
        int hash = Objects.hash(counter.survey(), counter.segment(), day);
        // Texts that differ in one place have hashes that differ by little: spread them.
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
