package likely.local.bus;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import likely.embedded.Properties;
import likely.embedded.Template;
import likely.embedded.TemplateException;
import likely.local.Json;
import likely.local.http.AwsEndpoint;
import likely.local.http.AwsError;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import org.jspecify.annotations.Nullable;

/** EventBridge: takes events, keeps the last ones to look at, and sends them where the template's rules say. */
public final class Bus implements Page {

    private static final int KEPT = 1_000;
    private static final int MOST_ENTRIES = 10;
    private static final int LARGEST_ENTRY = 256 * 1024;

    private final Map<String, String> arnsByName = new LinkedHashMap<>();
    private final List<BusRule> rules;
    private final Target target;
    private final InstantSource clock;
    private final Deque<String> last = new ArrayDeque<>();

    public Bus(Template template, Target target, InstantSource clock) {
        template.resources("AWS::Events::EventBus")
                .forEach(bus -> arnsByName.put(template.ref(bus.id()), template.attribute(bus.id(), "Arn")));
        this.rules = BusRule.all(template);
        this.target = target;
        this.clock = clock;
    }

    public void serve(AwsEndpoint endpoint) {
        endpoint.operation("AWSEvents.PutEvents", this::putEvents);
    }

    Map<String, @Nullable Object> putEvents(Properties request) {
        List<Properties> entries = request.objects("Entries");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new AwsError(400, "ValidationException", "1 to 10 entries, not " + entries.size());
        }
        List<Map<String, @Nullable Object>> results =
                entries.stream().map(this::put).toList();
        long failed =
                results.stream().filter(each -> each.containsKey("ErrorCode")).count();
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("FailedEntryCount", failed);
        response.put("Entries", results);
        return response;
    }

    /** Puts one event on the template's bus, as a program with the SDK would; gives the event's id. */
    public String send(String source, String type, Map<String, ?> detail) {
        String name = arnsByName.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new TemplateException("The template has no bus"));
        Map<String, @Nullable Object> result = put(Properties.of(
                Map.of("EventBusName", name, "Source", source, "DetailType", type, "Detail", Json.text(detail)), type));
        if (!(result.get("EventId") instanceof String id)) {
            throw new IllegalArgumentException("The bus refused " + type + ": " + result.get("ErrorMessage"));
        }
        return id;
    }

    private Map<String, @Nullable Object> put(Properties entry) {
        String given = entry.optionalText("EventBusName").orElse("default");
        Optional<Map.Entry<String, String>> bus = arnsByName.entrySet().stream()
                .filter(each -> given.equals(each.getKey()) || given.equals(each.getValue()))
                .findFirst();
        if (bus.isEmpty()) {
            return error("ResourceNotFoundException", "The template has no bus " + given);
        }
        for (String required : List.of("Source", "DetailType", "Detail")) {
            if (entry.optionalText(required).orElse("").isEmpty()) {
                return error(
                        "InvalidArgument",
                        "Parameter " + required + " is not valid. Reason: " + required + " is a required argument.");
            }
        }
        String detail = entry.text("Detail");
        if (detail.getBytes(StandardCharsets.UTF_8).length > LARGEST_ENTRY) {
            throw new AwsError(
                    413, "ValidationException", "Total size of the entries in the request is over the limit.");
        }
        Map<String, @Nullable Object> parsed;
        try {
            parsed = Json.object(detail);
        } catch (IllegalArgumentException e) {
            return error("MalformedDetail", "Detail is malformed.");
        }
        String id = UUID.randomUUID().toString();
        publish(bus.get().getKey(), bus.get().getValue(), event(id, entry, parsed));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("EventId", id);
        return result;
    }

    private String event(String id, Properties entry, Map<String, @Nullable Object> detail) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", id);
        event.put("detail-type", entry.text("DetailType"));
        event.put("source", entry.text("Source"));
        event.put("account", Template.ACCOUNT);
        event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", Template.REGION);
        event.put("resources", entry.texts("Resources"));
        event.put("detail", detail);
        return Json.text(event);
    }

    private void publish(String name, String arn, String event) {
        synchronized (last) {
            last.addLast(event);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
        for (BusRule rule : rules) {
            if (rule.matches(name, arn, event)) {
                rule.targets().forEach((to, input) -> target.deliver(to, input.orElse(event)));
            }
        }
    }

    private static Map<String, @Nullable Object> error(String code, String message) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ErrorCode", code);
        result.put("ErrorMessage", message);
        return result;
    }

    /** GET /_local/bus: the last events, oldest first. */
    @Override
    public Optional<Reply> answer(Request request) {
        return request.path().equals("/_local/bus") && request.method().equals("GET")
                ? Optional.of(Reply.json(200, "[" + String.join(",\n", last()) + "]\n"))
                : Optional.empty();
    }

    /** The last events, oldest first. */
    public List<String> last() {
        synchronized (last) {
            return new ArrayList<>(last);
        }
    }
}
