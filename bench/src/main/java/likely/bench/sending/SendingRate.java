package likely.bench.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import likely.aws.Settings;
import likely.aws.ses.SesMailer;
import likely.embedded.EmbeddedSes;
import likely.surveys.sending.Dispatcher.Result;
import likely.surveys.sending.InMemoryClaims;
import likely.surveys.sending.InMemorySending;
import likely.surveys.sending.Mails;
import likely.surveys.sending.Shift;

/**
 * How much of an account's rate is used, and how many calls come above it, with the function's own dispatcher and SES
 * client over HTTP against the imitation of SES, and claims in memory. Two runs overlap each time: the second one begins
 * in the middle of the first, which is about to stop, and takes over. The endpoint refuses whatever comes as more than
 * the rate's number of calls within any one second.
 */
public final class SendingRate {
    private static final int SECONDS = Integer.getInteger("likely.seconds", 300);

    /** Less than what is left of a call when the next one may take over. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final Clock CLOCK = Clock.systemUTC();

    private SendingRate() {}

    public static void main(String[] arguments) {
        System.out.println("rate/s  mails  seconds  mails/s  share of the rate  calls above it");
        int[] rates = arguments.length == 0
                ? new int[] {14, 200, 1_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int rate : rates) {
            measure(rate);
        }
    }

    private static void measure(int rate) {
        try (EmbeddedSes ses = EmbeddedSes.start(CLOCK)) {
            ses.quota().set(1e9, rate);
            InMemoryClaims claims = new InMemoryClaims();
            long now = CLOCK.instant().getEpochSecond();
            int mails = rate * SECONDS;
            for (int i = 0; i < mails; i++) {
                claims.add(Mails.asking(Integer.toString(i), Integer.toString(i), now - 60));
                claims.put(Mails.standing(Integer.toString(i)));
            }
            InMemorySending sending = new InMemorySending();
            AtomicLong firstMail = new AtomicLong();
            AtomicLong lastMail = new AtomicLong();
            ses.onMail(mail -> {
                firstMail.compareAndSet(0, System.nanoTime());
                lastMail.set(System.nanoTime());
            });
            // The first run stops sending after half of the time: what is left of its call is for the last one.
            Duration half = Duration.ofSeconds(30 + SECONDS / 2);
            CompletableFuture<Shift.Report> first = run(ses, claims, sending, half);
            sleep(half.minus(OVERLAP));
            CompletableFuture<Shift.Report> second = run(ses, claims, sending, Duration.ofMinutes(14));
            int sent = sent(first.join()) + sent(second.join());
            double seconds = (lastMail.get() - firstMail.get()) / 1e9;
            if (sent != mails) {
                throw new IllegalStateException(sent + " of " + mails + " mails were sent");
            }
            // Between the first call and the last there is one space less than there are calls.
            double used = (mails - 1) / seconds;
            System.out.printf(
                    Locale.ROOT,
                    "%6d  %5d  %7.2f  %7.1f  %16.1f%%  %14d%n",
                    rate,
                    mails,
                    seconds,
                    used,
                    100 * used / rate,
                    ses.quota().aboveRate());
        }
    }

    private static CompletableFuture<Shift.Report> run(
            EmbeddedSes ses, InMemoryClaims claims, InMemorySending sending, Duration length) {
        Settings settings = new Settings(Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1",
                "AWS_ENDPOINT_URL_SES", ses.endpoint().toString()));
        SesMailer mailer = new SesMailer(SesMailer.client(settings), Optional.of("likely"));
        Consumer<RuntimeException> failed = e -> {
            throw e;
        };
        Shift shift = new Shift(new Shift.Parts(
                Mails.dispatcher(claims, CLOCK, mailer),
                claims,
                mailer,
                sending,
                sending,
                CLOCK,
                SendingRate::sleep,
                failed,
                new Shift.Options(64, 0)));
        return CompletableFuture.supplyAsync(() -> shift.run(CLOCK.instant().plus(length)));
    }

    private static int sent(Shift.Report report) {
        return report.results().getOrDefault(Result.SENT, 0);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
