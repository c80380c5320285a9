package likely.aws.dynamodb;

import java.util.List;
import likely.aws.Waits;
import likely.surveys.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes under conditions that are made together or not at all. */
final class Transaction {
    private static final int MOST_ATTEMPTS = 6;

    private final DynamoDbClient dynamoDb;
    private final Waits waits = new Waits();

    Transaction(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /**
     * Makes the writes; one that meets another's is made again after a short wait.
     *
     * @return false when a condition failed: nothing was written
     */
    boolean did(List<TransactWriteItem> writes) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                Store.call(() -> dynamoDb.transactWriteItems(t -> t.transactItems(writes)));
                return true;
            } catch (TransactionCanceledException e) {
                if (codes(e).contains("ConditionalCheckFailed")) {
                    return false;
                } else if (codes(e).contains("ValidationError")) {
                    throw e; // which will be no better the next time
                }
            } catch (Unavailable e) {
                if (!(e.getCause() instanceof TransactionInProgressException)) {
                    throw e;
                } // else its reply was lost, and the SDK's repeat found it still under way
            }
            waits.before(attempt);
        }
        throw new Unavailable(new IllegalStateException("A transaction keeps meeting others"));
    }

    private static List<String> codes(TransactionCanceledException e) {
        return e.cancellationReasons().stream()
                .map(reason -> String.valueOf(reason.code()))
                .toList();
    }
}
