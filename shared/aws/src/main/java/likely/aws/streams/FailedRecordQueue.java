package likely.aws.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import likely.surveys.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Failed records in SQS. A message's body is an event of the one record, in Lambda's own JSON, so that it can be given
 * to the function again as it is; its attribute {@code reason} says why it was put there.
 */
public final class FailedRecordQueue implements StreamBatch.FailedRecords {
    private static final int LONGEST_REASON = 250;

    private final SqsClient sqs;
    private final String queueUrl;

    public FailedRecordQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void keep(DynamodbStreamRecord entry, String reason) {
        String shown = reason.isBlank() ? "unknown" : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        MessageAttributeValue why = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(shown)
                .build();
        try {
            sqs.sendMessage(
                    m -> m.queueUrl(queueUrl).messageBody(write(entry)).messageAttributes(Map.of("reason", why)));
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }

    private static String write(DynamodbStreamRecord entry) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(List.of(entry));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LambdaEventSerializers.serializerFor(DynamodbEvent.class, FailedRecordQueue.class.getClassLoader())
                .toJson(event, bytes);
        return sendable(bytes.toString(StandardCharsets.UTF_8));
    }

    /** SQS refuses two characters that JSON may hold as they are, and an answer may have. */
    private static String sendable(String json) {
        return json.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
    }

    /** Reads a message's body again. */
    public static DynamodbEvent read(String body) {
        return LambdaEventSerializers.serializerFor(DynamodbEvent.class, FailedRecordQueue.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
