package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import likely.local.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells what is stored and what is counted. */
public final class Tell implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final DynamoDbClient dynamo;
    private final Map<String, String> environment;

    private Tell(Map<String, String> environment) {
        this.dynamo = Clients.dynamo(environment);
        this.environment = environment;
    }

    public static Tell create(Map<String, String> environment) {
        return new Tell(environment);
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        List<String> answers = dynamo.scanPaginator(b -> b.tableName(environment.get("ANSWERS"))).items().stream()
                .map(item -> item.get("id").s())
                .toList();
        AttributeValue total = dynamo.getItem(b -> b.tableName(environment.get("COUNTS"))
                        .key(Map.of("id", AttributeValue.fromS("total")))
                        .consistentRead(true))
                .item()
                .get("n");
        int counted = total == null ? 0 : Integer.parseInt(total.n());
        return Map.of("statusCode", 200, "body", Json.text(Map.of("answers", answers, "counted", counted)));
    }
}
