package likely.aws.dynamodb;

import java.util.Set;
import java.util.function.Supplier;
import likely.surveys.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Tells what is worth another try from what never will be. */
final class Store {
    private static final Set<String> LATER = Set.of(
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "ThrottlingException",
            "ThrottlingError",
            "TransactionInProgressException",
            "InternalServerError",
            "ServiceUnavailable");

    private Store() {}

    /**
     * Makes one call.
     *
     * @throws Unavailable for a store that is throttled, slow, broken or missing
     */
    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException | ResourceNotFoundException e) {
            throw new Unavailable(e);
        } catch (DynamoDbException e) {
            if (isForLater(e)) {
                throw new Unavailable(e);
            }
            throw e;
        }
    }

    private static boolean isForLater(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        return e.statusCode() >= 500 || isThrottle(code);
    }

    static boolean isThrottle(String code) {
        return LATER.contains(code) || code.startsWith("ProvisionedThroughputExceeded");
    }
}
