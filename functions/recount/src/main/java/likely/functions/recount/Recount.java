package likely.functions.recount;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import likely.aws.Beans;
import likely.aws.Log;
import likely.aws.Settings;
import likely.surveys.recount.Numbers;
import likely.surveys.recount.Recounting;
import likely.surveys.recount.Recounting.Outcome;

/**
 * Compares what is counted with what was said, each night and on demand. A call that Lambda delivers again has the same
 * request id, and so goes on with the run that it began. A finished run that is called again reports again.
 */
public final class Recount implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Recounting recounting;
    private final Redrive redrive;
    private final HandOver handOver;

    /** For Lambda. */
    public Recount() {
        this(Beans.start(Settings.ofProcess()).getBean(Wiring.Parts.class));
    }

    Recount(Wiring.Parts parts) {
        this.recounting = parts.recounting();
        this.redrive = parts.redrive();
        this.handOver = parts.handOver();
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static Recount create(Map<String, String> environment) {
        return new Recount(Beans.start(new Settings(environment)).getBean(Wiring.Parts.class));
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Supplier<Duration> left = () -> Duration.ofMillis(context.getRemainingTimeInMillis());
        Task task = Task.read(event);
        if (task instanceof Task.Begin begin) {
            String id = context.getAwsRequestId();
            String run = id == null || id.isBlank() ? UUID.randomUUID().toString() : id;
            return recount(run, () -> recounting.begin(run, begin.options(), left));
        } else if (task instanceof Task.Resume resume) {
            return recount(resume.run(), () -> recounting.resume(resume.run(), left));
        }
        Map<String, Object> numbers = redrive.run(left);
        Log.info("redrive.finished", numbers);
        return numbers;
    }

    private Map<String, Object> recount(String run, Supplier<Outcome> work) {
        try {
            Outcome outcome = work.get();
            if (outcome instanceof Outcome.Finished finished) {
                return finished(run, finished.numbers());
            } else if (outcome instanceof Outcome.HandedOver) {
                handOver.to(run);
                return noted(run, "handed-over");
            }
            return noted(run, "overtaken");
        } catch (RuntimeException e) {
            Log.error(
                    "recount.interrupted",
                    "nothing, if recount.finished follows; else mend the cause and call it with"
                            + " {\"task\":\"resume\",\"run\":\"" + run + "\"}",
                    e,
                    Map.of("run", run));
            throw e;
        }
    }

    private static Map<String, Object> finished(String run, Numbers numbers) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("run", run);
        report.putAll(numbers.toMap());
        Log.info("recount.finished", report);
        return report;
    }

    private static Map<String, Object> noted(String run, String outcome) {
        Log.info("recount." + outcome, Map.of("run", run));
        return Map.of("run", run, "outcome", outcome);
    }
}
