package likely.local.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** A schedule event of a function. */
record ScheduledCall(String functionId, Schedule schedule, Optional<String> input) {

    private static final Set<String> KNOWN = Set.of(
            "Schedule",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "FlexibleTimeWindow", // any moment inside it is right, its start as well
            "Input",
            "Enabled",
            "State",
            "Name",
            "Description",
            "RetryPolicy",
            "PermissionsBoundary",
            "RoleArn");

    static List<ScheduledCall> all(Template template) {
        List<ScheduledCall> calls = new ArrayList<>();
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                Properties event = events.object(name);
                String type = event.text("Type");
                Properties properties = event.object("Properties");
                boolean enabled = properties.flag("Enabled", true)
                        && properties
                                .optionalText("State")
                                .filter("DISABLED"::equals)
                                .isEmpty();
                if (enabled && (type.equals("Schedule") || type.equals("ScheduleV2"))) {
                    calls.add(of(function.id(), type, properties.only(KNOWN)));
                }
            }
        }
        return calls;
    }

    private static ScheduledCall of(String functionId, String type, Properties event) {
        String expression = event.text(type.equals("Schedule") ? "Schedule" : "ScheduleExpression");
        ZoneId zone =
                event.optionalText("ScheduleExpressionTimezone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        return new ScheduledCall(
                functionId, Schedule.parse(expression, zone, event.where()), event.optionalText("Input"));
    }

    /** The input, else EventBridge's own scheduled event. */
    String event(Instant now) {
        return input.orElseGet(() -> {
            Map<String, @Nullable Object> event = new LinkedHashMap<>();
            event.put("version", "0");
            event.put("id", UUID.randomUUID().toString());
            event.put("detail-type", "Scheduled Event");
            event.put("source", "aws.events");
            event.put("account", Template.ACCOUNT);
            event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
            event.put("region", Template.REGION);
            event.put("resources", List.of());
            event.put("detail", Map.of());
            return Json.text(event);
        });
    }
}
