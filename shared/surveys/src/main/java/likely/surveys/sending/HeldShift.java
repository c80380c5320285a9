package likely.surveys.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.sending.Dispatcher.Result;
import likely.surveys.sending.Mailer.Quota;
import likely.surveys.sending.Shift.End;
import likely.surveys.sending.Shift.Report;
import org.jspecify.annotations.Nullable;

/** A run while it has the lease. */
final class HeldShift {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final int BATCH = 200;
    private static final int REMEMBERED = 5_000;

    /** How long a mail is under way, at most, from its claim to its settlement when nothing is slow. */
    private static final double UNDER_WAY_SECONDS = 0.5;

    private static final int FEWEST_THREADS = 2;

    private final Shift.Parts parts;
    private final Crew crew;
    private final Set<String> handled = new LinkedHashSet<>();
    private Lease lease;
    private @Nullable Allowance allowance;
    private Instant nextRenewal;
    private long sentNoted;
    private boolean begun;

    HeldShift(Shift.Parts parts, Lease lease) {
        this.parts = parts;
        this.crew = new Crew(parts.failed());
        this.lease = lease;
        this.nextRenewal = lease.until().minus(Shift.LEASE).plus(RENEWAL);
    }

    Report work() {
        End end;
        try {
            end = begin();
        } catch (RuntimeException e) {
            finish();
            throw e;
        }
        finish();
        Guard.Pause pause = end == End.PAUSED ? parts.records().guard().pause() : null;
        return new Report(end, crew.results(), pause);
    }

    private End begin() {
        if (paused()) {
            return End.PAUSED;
        }
        Quota quota = parts.mailer().quota();
        lease = lease.renewed(lease.until(), lease.nextTurn(), quota);
        long left = Math.min(quota.left(), rampLeft(quota));
        if (left <= 0) {
            return End.QUOTA_USED;
        }
        Allowance turns =
                new Allowance(quota, left, lease.nextTurn(), lastCall(lease.until()), parts.clock(), parts.sleep());
        allowance = turns;
        crew.hire(threads(quota));
        return loop(turns);
    }

    /** No more than the rate keeps busy: mails that only wait for their turn are lost to UNKNOWN if this process dies. */
    private int threads(Quota quota) {
        int busy = (int) Math.ceil(quota.perSecond() * UNDER_WAY_SECONDS);
        return Math.min(parts.options().threads(), Math.max(FEWEST_THREADS, busy));
    }

    private End loop(Allowance turns) {
        while (true) {
            Optional<End> end = pulse(turns);
            if (end.isPresent()) {
                return end.get();
            }
            List<Due> due = parts.claims().due(now(), BATCH).stream()
                    .filter(entry -> handled.add(entry.key()))
                    .toList();
            if (due.isEmpty()) {
                if (crew.isIdle()) {
                    crew.check();
                    return refusal().orElse(End.NOTHING_DUE);
                }
                crew.rest();
            }
            end = hand(due, turns);
            if (end.isPresent()) {
                return end.get();
            }
            forgetOldest();
        }
    }

    private Optional<End> hand(List<Due> due, Allowance turns) {
        for (Due entry : due) {
            Runnable mail = () -> crew.note(handle(entry, turns));
            do {
                Optional<End> end = pulse(turns);
                if (end.isPresent()) {
                    return end;
                }
            } while (!crew.accept(mail));
            if (!begun) {
                begun = true;
                awaitFirst();
            }
        }
        return Optional.empty();
    }

    /** The first call of a process loads what the others find: it would arrive together with those after it. */
    private void awaitFirst() {
        while (!crew.isIdle()) {
            crew.rest();
        }
    }

    private Result handle(Due due, Allowance turns) {
        Result result = parts.dispatcher().handle(due, turns);
        if (result == Result.THROTTLED) {
            turns.slowDown();
        }
        return result;
    }

    /** Now and then: keeps the lease, looks at the guardian; says when it is time to stop. */
    private Optional<End> pulse(Allowance turns) {
        crew.check();
        Optional<End> refusal = refusal();
        if (refusal.isPresent()) {
            return refusal;
        } else if (turns.usedUp()) {
            return Optional.of(End.QUOTA_USED);
        } else if (lastCall(lease.stopsAt()).isBefore(now())) {
            return Optional.of(End.TIME_OVER);
        }
        if (now().isBefore(nextRenewal)) {
            return Optional.empty();
        }
        return renew(turns);
    }

    /** What SES said that holds for every mail. */
    private Optional<End> refusal() {
        if (crew.count(Result.ACCOUNT_BLOCKED) > 0) {
            return Optional.of(End.ACCOUNT_BLOCKED);
        }
        return crew.count(Result.QUOTA_USED) > 0 ? Optional.of(End.QUOTA_USED) : Optional.empty();
    }

    private Optional<End> renew(Allowance turns) {
        nextRenewal = now().plus(RENEWAL);
        noteSent();
        lease = lease.renewed(now().plus(Shift.LEASE), turns.next(), lease.quota());
        if (!parts.leases().renew(lease)) {
            return Optional.of(End.LEASE_LOST);
        }
        turns.extend(lastCall(lease.until()));
        return paused() ? Optional.of(End.PAUSED) : Optional.empty();
    }

    private void finish() {
        if (allowance != null) {
            allowance.close();
        }
        crew.leave();
        noteSent();
        Instant turn = allowance == null ? lease.nextTurn() : allowance.next();
        parts.leases().renew(lease.renewed(now(), turn, lease.quota()));
    }

    private boolean paused() {
        Guard guard = parts.records().guard();
        if (guard.pause() != null) {
            return true;
        }
        Map<LocalDate, Health> days = parts.records().days(today().minusDays(Guardian.LONGEST_DAYS), today());
        Optional<Guard.Cause> cause = Guardian.judge(Guardian.recent(days, guard, today()));
        cause.ifPresent(why -> parts.records().pause(new Guard.Pause(why, now().getEpochSecond())));
        return cause.isPresent();
    }

    private long rampLeft(Quota quota) {
        if (parts.options().rampUp() <= 0) {
            return Long.MAX_VALUE;
        }
        Optional<Ramp> before = parts.records().ramp();
        LocalDate last = before.map(Ramp::day).orElse(today());
        Map<LocalDate, Health> days = parts.records().days(last, today());
        Ramp ramp = Ramp.on(
                today(),
                parts.options().rampUp(),
                before,
                days.getOrDefault(last, Health.NONE).sent());
        if (!before.equals(Optional.of(ramp))) {
            parts.records().save(ramp);
        }
        return ramp.left(quota, days.getOrDefault(today(), Health.NONE).sent());
    }

    private void noteSent() {
        long sent = crew.count(Result.SENT);
        if (sent > sentNoted) {
            parts.records().addSent(today(), sent - sentNoted);
            sentNoted = sent;
        }
    }

    private Instant lastCall(Instant end) {
        return end.minus(Dispatcher.ONE_CALL);
    }

    private void forgetOldest() {
        var oldest = handled.iterator();
        while (handled.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private LocalDate today() {
        return now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
