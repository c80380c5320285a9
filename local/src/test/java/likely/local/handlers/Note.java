package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import likely.local.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes an answer under the id in the path, raising its rev. */
public final class Note implements RequestStreamHandler {

    private final DynamoDbClient dynamo;
    private final String table;

    private Note(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public static Note create(Map<String, String> environment) {
        return new Note(Clients.dynamo(environment), environment.get("ANSWERS"));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<?, ?> event = Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        String id = (String) ((Map<?, ?>) event.get("pathParameters")).get("id");
        dynamo.updateItem(b -> b.tableName(table)
                .key(Map.of("id", AttributeValue.fromS(id)))
                .updateExpression("ADD rev :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        out.write("{\"statusCode\":201,\"body\":\"noted\"}".getBytes(StandardCharsets.UTF_8));
    }
}
