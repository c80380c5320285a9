package likely.aws.dynamodb;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of a query; each page is read when the one before it is used up. */
final class Pages implements Iterator<Map<String, AttributeValue>> {
    private final DynamoDbClient dynamoDb;
    private final Consumer<QueryRequest.Builder> query;
    private Iterator<Map<String, AttributeValue>> page =
            List.<Map<String, AttributeValue>>of().iterator();
    private @Nullable Map<String, AttributeValue> from = Map.of();

    Pages(DynamoDbClient dynamoDb, Consumer<QueryRequest.Builder> query) {
        this.dynamoDb = dynamoDb;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext()) {
            Map<String, AttributeValue> start = from;
            if (start == null) {
                return false;
            }
            QueryResponse reply = Store.call(() -> dynamoDb.query(q -> {
                query.accept(q);
                q.exclusiveStartKey(start.isEmpty() ? null : start);
            }));
            page = reply.items().iterator();
            from = reply.lastEvaluatedKey().isEmpty() ? null : reply.lastEvaluatedKey();
        }
        return true;
    }

    @Override
    public Map<String, AttributeValue> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    <T> Iterator<T> map(Function<Map<String, AttributeValue>, T> read) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return Pages.this.hasNext();
            }

            @Override
            public T next() {
                return read.apply(Pages.this.next());
            }
        };
    }
}
