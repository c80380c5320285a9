package likely.surveys.sending;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import likely.surveys.sending.Lease.Leases;
import org.jspecify.annotations.Nullable;

/** The lease and what is kept of sending, in memory, for benchmarks. */
public final class InMemorySending implements Leases, SendingRecords {
    private final TreeMap<LocalDate, Health> days = new TreeMap<>();
    private @Nullable Lease lease;
    private Guard guard = Guard.NONE;
    private @Nullable Ramp ramp;

    @Override
    public synchronized Optional<Lease> read() {
        return Optional.ofNullable(lease);
    }

    @Override
    public synchronized boolean take(Lease mine, @Nullable Lease was) {
        Lease now = lease;
        boolean same = now == null
                ? was == null
                : was != null && now.owner().equals(was.owner()) && now.until().equals(was.until());
        if (same) {
            lease = mine;
        }
        return same;
    }

    @Override
    public synchronized boolean renew(Lease mine) {
        Lease now = lease;
        if (now == null || !now.owner().equals(mine.owner())) {
            return false;
        }
        lease = mine;
        return true;
    }

    @Override
    public synchronized Guard guard() {
        return guard;
    }

    @Override
    public synchronized void pause(Guard.Pause pause) {
        if (guard.pause() == null) {
            guard = new Guard(pause, guard.since(), guard.forgiven());
        }
    }

    @Override
    public synchronized void resume(LocalDate since, Health forgiven) {
        guard = new Guard(null, since, forgiven);
    }

    @Override
    public synchronized Map<LocalDate, Health> days(LocalDate from, LocalDate to) {
        return new TreeMap<>(days.subMap(from, true, to, true));
    }

    @Override
    public synchronized void addSent(LocalDate day, long mails) {
        days.merge(day, new Health(mails, 0, 0), Health::plus);
    }

    @Override
    public synchronized Optional<Ramp> ramp() {
        return Optional.ofNullable(ramp);
    }

    @Override
    public synchronized void save(Ramp next) {
        ramp = next;
    }
}
