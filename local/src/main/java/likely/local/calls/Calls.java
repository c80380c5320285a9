package likely.local.calls;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** A request as the calls that IAM sees: a transaction or a batch is several. */
final class Calls {

    /** The fields that name the resource of the services other than DynamoDB. */
    private static final List<String> RESOURCES = List.of("QueueUrl", "SecretId", "FunctionName", "TopicArn");

    private Calls() {}

    static List<Map<String, @Nullable Object>> of(
            String function, @Nullable String service, @Nullable String operation, SdkRequest request) {
        String name = operation == null ? request.getClass().getSimpleName() : operation;
        Stream<Call> calls = "DynamoDb".equals(service)
                ? DynamoDbCalls.of(name, request)
                : resources(name, request).map(resource -> new Call(name, resource));
        return calls.map(call -> call.document(function, service)).toList();
    }

    /** Who sends a mail needs the sender's identity, and the configuration set when one is named. */
    private static Stream<String> resources(String operation, SdkRequest request) {
        if (!operation.equals("SendRawEmail")) {
            return Stream.of(resource(request));
        }
        String set = field(request, "ConfigurationSetName");
        Stream<String> identity = Stream.of("identity/" + field(request, "Source"));
        return set.isEmpty() ? identity : Stream.concat(identity, Stream.of("configuration-set/" + set));
    }

    private static String resource(SdkRequest request) {
        return RESOURCES.stream()
                .map(field -> field(request, field))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseGet(() -> entries(request));
    }

    /** PutEvents names the bus in each entry. */
    private static String entries(SdkRequest request) {
        Object entries = request.getValueForField("Entries", Object.class).orElse(List.of());
        return entries instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof SdkPojo entry
                ? field(entry, "EventBusName")
                : "";
    }

    private static String field(SdkPojo pojo, String name) {
        return pojo.sdkFields().stream()
                .filter(field ->
                        field.locationName().equals(name) || field.memberName().equals(name))
                .map(field -> field.getValueOrDefault(pojo))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }
}
