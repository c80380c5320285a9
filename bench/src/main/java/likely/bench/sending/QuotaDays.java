package likely.bench.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import likely.surveys.sending.Dispatcher.Result;
import likely.surveys.sending.InMemoryClaims;
import likely.surveys.sending.InMemorySending;
import likely.surveys.sending.Letter;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Mails;
import likely.surveys.sending.Outcome;
import likely.surveys.sending.Shift;
import likely.surveys.sending.VirtualClock;

/**
 * One wave to a million people whom the account's daily quota stops again and again, on a virtual clock: a run each
 * minute, as the schedule has it, with the function's own dispatcher and claims in memory. Now and then a run dies after
 * SES took a mail and before that was written down. Ends with an error when somebody was written to twice, and goes on
 * until everybody was written to.
 */
public final class QuotaDays {
    private static final int A_DAY = 150_000;
    private static final int A_DEATH_EVERY = 90_001;
    private static final double A_SECOND = 100;
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration RUN = Duration.ofMinutes(14);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final VirtualClock time = new VirtualClock(START);
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemorySending sending = new InMemorySending();
    private final Account account = new Account();
    private final int people;
    private int unknown;

    private QuotaDays(int people) {
        this.people = people;
        for (int i = 0; i < people; i++) {
            String id = Integer.toString(i);
            claims.add(Mails.asking(id, id, START.getEpochSecond() - 60));
            claims.put(Mails.standing(id));
        }
    }

    public static void main(String[] arguments) {
        int people = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        long start = System.nanoTime();
        QuotaDays days = new QuotaDays(people);
        days.pass();
        days.print((System.nanoTime() - start) / 1e9);
    }

    private void pass() {
        while (account.taken.cardinality() < people) {
            if (time.instant().isAfter(START.plus(LONGEST))) {
                throw new IllegalStateException("Not everybody was written to within " + LONGEST);
            }
            Shift shift = new Shift(new Shift.Parts(
                    Mails.dispatcher(claims, time, account),
                    claims,
                    account,
                    sending,
                    sending,
                    time,
                    time::sleep,
                    e -> {
                        throw e;
                    },
                    new Shift.Options(1, 0)));
            Instant begun = time.instant();
            try {
                Shift.Report report = shift.run(begun.plus(RUN));
                unknown += report.results().getOrDefault(Result.UNKNOWN, 0);
            } catch (Death e) {
                // The next runs find its lease, and then its claim.
            }
            time.until(begun.plus(Duration.ofMinutes(1)));
        }
    }

    private void print(double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%d people at %d mails a day: %d mails, twice %d, UNKNOWN %d, calls above the quota %d, %.0f s%n",
                people,
                A_DAY,
                account.taken.cardinality(),
                account.twice,
                unknown,
                account.refused,
                seconds);
        System.out.println("mails in the 24 hours from the start, and after each: "
                + account.days.values().stream().map(String::valueOf).toList());
        if (account.twice > 0 || account.refused > 0) {
            throw new IllegalStateException("Somebody was written to twice, or the quota was not kept to");
        }
    }

    /** SES's account: counts the mails of the last 24 hours, by minutes. */
    private final class Account implements Mailer {
        private final BitSet taken = new BitSet();
        private final TreeMap<Long, Integer> minutes = new TreeMap<>();
        private final Map<Long, Integer> days = new TreeMap<>();
        private int last24Hours;
        private int twice;
        private int refused;
        private int calls;

        @Override
        public Outcome send(Letter letter) {
            forget();
            if (last24Hours >= A_DAY) {
                refused++;
                return new Outcome.Blocked(Outcome.Block.QUOTA, "Throttling");
            }
            int person = Integer.parseInt(letter.invitation());
            twice += taken.get(person) ? 1 : 0;
            taken.set(person);
            last24Hours++;
            minutes.merge(minute(), 1, Integer::sum);
            days.merge(Duration.between(START, time.instant()).toDays(), 1, Integer::sum);
            if (++calls % A_DEATH_EVERY == 0) {
                throw new Death();
            }
            return new Outcome.Accepted(UUID.randomUUID().toString());
        }

        @Override
        public Quota quota() {
            forget();
            return new Quota(A_DAY, A_SECOND, last24Hours);
        }

        private void forget() {
            long from = minute() - 24 * 60;
            while (!minutes.isEmpty() && minutes.firstKey() <= from) {
                last24Hours -= minutes.pollFirstEntry().getValue();
            }
        }

        private long minute() {
            return time.instant().getEpochSecond() / 60;
        }
    }

    /** The process ends after SES took a mail, before that was written down. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
