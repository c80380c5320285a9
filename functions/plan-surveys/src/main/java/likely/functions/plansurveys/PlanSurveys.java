package likely.functions.plansurveys;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import likely.aws.Beans;
import likely.aws.Log;
import likely.aws.Settings;
import likely.surveys.json.Invalid;
import likely.surveys.planning.Planner;

/**
 * Plans mails: by the schedule every few minutes, or on demand, the waves that are near; by the queue what events of the
 * shop and answers call for. A run that is out of time leaves its place, and the next one goes on from there.
 */
public final class PlanSurveys implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Planner planner;
    private final EventBatch events;

    /** For Lambda. */
    public PlanSurveys() {
        this(Beans.start(Settings.ofProcess()).getBean(Wiring.Parts.class));
    }

    PlanSurveys(Wiring.Parts parts) {
        this.planner = parts.planner();
        this.events = parts.events();
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static PlanSurveys create(Map<String, String> environment) {
        return new PlanSurveys(Beans.start(new Settings(environment)).getBean(Wiring.Parts.class));
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        if (event.containsKey("Records")) {
            return events.handle(event);
        } else if (!"plan".equals(event.get("task"))) {
            throw new Invalid("task", "is not known");
        }
        String id = context.getAwsRequestId();
        String run = id == null || id.isBlank() ? UUID.randomUUID().toString() : id;
        Planner.Numbers numbers = planner.plan(run, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("run", run);
        report.putAll(numbers.toMap());
        if (numbers.planned() > 0 || !numbers.complete()) { // else there is nothing to tell, 288 times a day
            Log.info("plan.finished", report);
        }
        return report;
    }
}
