package likely.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A client that keeps every request it is sent, and goes wrong before a call or after it as a test says: what DynamoDB
 * Local never does.
 */
public final class FaultyDynamoDb implements DynamoDbClient {
    private final DynamoDbClient client;
    private final List<DynamoDbRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<DynamoDbRequest> before = request -> {};
    private volatile Consumer<DynamoDbRequest> after = request -> {};

    public FaultyDynamoDb(DynamoDbClient client) {
        this.client = client;
    }

    /** Does something before each call, such as throwing. */
    public void before(Consumer<DynamoDbRequest> before) {
        this.before = before;
    }

    /** Does something after each call that succeeded, such as throwing: the reply is lost. */
    public void after(Consumer<DynamoDbRequest> after) {
        this.after = after;
    }

    public void mend() {
        before = request -> {};
        after = request -> {};
    }

    /** The requests of one kind so far. */
    public <R extends DynamoDbRequest> List<R> requests(Class<R> kind) {
        synchronized (requests) {
            return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    public void forget() {
        requests.clear();
    }

    /** A transaction that was canceled, for these reasons by write. */
    public static TransactionCanceledException canceled(String... codes) {
        List<CancellationReason> reasons = new ArrayList<>();
        for (String code : codes) {
            reasons.add(CancellationReason.builder().code(code).build());
        }
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .awsErrorDetails(details("TransactionCanceledException"))
                .statusCode(400)
                .build();
    }

    /** A refusal by its code, as the service words it. */
    public static DynamoDbException error(int status, String code) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(details(code))
                .statusCode(status)
                .build();
    }

    /** A call whose reply did not come in time. */
    public static ApiCallTimeoutException timeOut() {
        return ApiCallTimeoutException.create(8_000);
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder()
                .serviceName("DynamoDB")
                .errorCode(code)
                .errorMessage("told by a test")
                .build();
    }

    private <Q extends DynamoDbRequest, R> R call(Q request, Function<Q, R> call) {
        requests.add(request);
        before.accept(request);
        R reply = call.apply(request);
        after.accept(request);
        return reply;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return call(request, client::batchGetItem);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return call(request, client::getItem);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return call(request, client::putItem);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return call(request, client::updateItem);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call(request, client::query);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return call(request, client::transactWriteItems);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        // the client is its maker's
    }
}
