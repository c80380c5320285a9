package likely.functions.senddue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import likely.aws.Beans;
import likely.aws.Log;
import likely.aws.Settings;
import likely.surveys.sending.Guard;
import likely.surveys.sending.Shift;

/** Called each minute: sends what is due, for as long as there is something due and this call may last. */
public final class SendDue implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    /** What is left of the call when the last mail was sent: to settle it and to hand the lease on. */
    private static final long LAST_MS = 5_000;

    private final Shift shift;
    private final Clock clock;

    /** For Lambda. */
    public SendDue() {
        this(Beans.start(Settings.ofProcess()).getBean(Wiring.Parts.class));
    }

    private SendDue(Wiring.Parts parts) {
        this(parts.shift(), parts.clock());
    }

    SendDue(Shift shift, Clock clock) {
        this.shift = shift;
        this.clock = clock;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static SendDue create(Map<String, String> environment) {
        return new SendDue(Beans.start(new Settings(environment)).getBean(Wiring.Parts.class));
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Shift.Report report = shift.run(clock.instant().plusMillis(context.getRemainingTimeInMillis() - LAST_MS));
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("end", lower(report.end()));
        report.results().forEach((result, count) -> numbers.put(lower(result), count));
        log(report, numbers);
        return numbers;
    }

    private static void log(Shift.Report report, Map<String, Object> numbers) {
        Guard.Pause paused = report.paused();
        if (paused != null) {
            Log.error(
                    "sending.paused",
                    "docs/operations.md, Paused sending",
                    Map.of("cause", lower(paused.cause()), "since", paused.at()));
        } else if (report.end() == Shift.End.ACCOUNT_BLOCKED) {
            Log.error("sending.blocked", "docs/operations.md, Blocked sending; mail.refused has SES's code", numbers);
        }
        if (report.end() != Shift.End.NOTHING_DUE || !report.results().isEmpty()) {
            Log.info("sending.finished", numbers);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
