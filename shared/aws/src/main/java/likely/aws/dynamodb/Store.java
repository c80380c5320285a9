package likely.aws.dynamodb;

import java.util.Set;
import java.util.function.Supplier;
import likely.surveys.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tells what is worth another try from what never will be. */
final class Store {
    /** What is said about the request itself, which will be no better the next time. */
    private static final Set<String> NEVER = Set.of(
            "ValidationException",
            "ItemCollectionSizeLimitExceededException",
            "IdempotentParameterMismatchException",
            "SerializationException");

    private Store() {}

    /**
     * Makes one call.
     *
     * @throws Unavailable for a store that is throttled, slow, broken, missing or not to be used with these rights: the
     *     request may be right, and is worth another try once that has passed or was mended
     * @throws DynamoDbException for a condition that failed, and for a request that the store can never take
     */
    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
            throw e;
        } catch (DynamoDbException e) {
            if (NEVER.contains(code(e))) {
                throw e;
            }
            throw new Unavailable(e);
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }

    /**
     * Makes one write under a condition.
     *
     * @return false when the condition did not hold: nothing was written
     * @throws Unavailable as {@link #call} does
     */
    static boolean did(Supplier<?> write) {
        try {
            call(write);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The service's word for what is wrong; empty when a reply has none. */
    static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
