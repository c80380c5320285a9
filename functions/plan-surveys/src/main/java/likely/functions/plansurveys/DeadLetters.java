package likely.functions.plansurveys;

import java.util.Map;
import likely.surveys.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The queue of events that cannot be used, each whole and with its reason, so that it can be sent again once mended. */
final class DeadLetters {
    private static final int LONGEST_REASON = 250;

    private final SqsClient sqs;
    private final String queueUrl;

    DeadLetters(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * Keeps an event.
     *
     * @throws Unavailable when it could not be kept
     */
    void keep(String body, String reason) {
        MessageAttributeValue why = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .build();
        try {
            sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(body).messageAttributes(Map.of("reason", why)));
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }
}
