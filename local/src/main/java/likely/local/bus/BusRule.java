package likely.local.bus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.EventFilter;
import likely.local.Json;

/**
 * A rule of the bus: events that match the pattern go to the targets.
 *
 * @param bus name or ARN
 * @param targets by ARN, with the fixed input that replaces the event, if any
 */
record BusRule(String bus, String pattern, Map<String, Optional<String>> targets) {

    private static final Set<String> RULE =
            Set.of("Name", "Description", "EventBusName", "EventPattern", "State", "Targets");
    private static final Set<String> TARGET = Set.of("Id", "Arn", "Input", "RetryPolicy", "DeadLetterConfig");
    private static final Set<String> EVENT = Set.of(
            "EventBusName", "Pattern", "Input", "State", "RetryPolicy", "DeadLetterConfig", "Target", "RuleName");

    static List<BusRule> all(Template template) {
        List<BusRule> rules = new ArrayList<>();
        for (Resource rule : template.resources("AWS::Events::Rule")) {
            Properties properties = rule.properties().only(RULE);
            if (enabled(properties)) {
                Map<String, Optional<String>> targets = new LinkedHashMap<>();
                properties
                        .objects("Targets")
                        .forEach(target -> targets.put(target.only(TARGET).text("Arn"), target.optionalText("Input")));
                rules.add(of(properties, "EventPattern", targets));
            }
        }
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                String type = events.object(name).text("Type");
                Properties event = events.object(name).object("Properties");
                if ((type.equals("EventBridgeRule") || type.equals("CloudWatchEvent")) && enabled(event)) {
                    String arn = template.attribute(function.id(), "Arn");
                    rules.add(of(event.only(EVENT), "Pattern", Map.of(arn, event.optionalText("Input"))));
                }
            }
        }
        return rules;
    }

    boolean matches(String busName, String busArn, String event) {
        return (bus.equals(busName) || bus.equals(busArn)) && EventFilter.matches(event, pattern);
    }

    private static BusRule of(Properties rule, String patternName, Map<String, Optional<String>> targets) {
        return new BusRule(
                rule.optionalText("EventBusName").orElse("default"), Json.text(rule.raw(patternName)), targets);
    }

    private static boolean enabled(Properties rule) {
        return rule.optionalText("State").filter("DISABLED"::equals).isEmpty();
    }
}
