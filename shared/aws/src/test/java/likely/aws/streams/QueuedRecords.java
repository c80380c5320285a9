package likely.aws.streams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue that keeps what it is sent, or refuses it. */
public final class QueuedRecords implements SqsClient {
    private final List<SendMessageRequest> messages = new ArrayList<>();
    private @Nullable SdkException refusal;
    private int calls;

    /** Refuses all messages from now on; null takes them again. */
    public void refuse(@Nullable SdkException refusal) {
        this.refusal = refusal;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        calls++;
        if (refusal != null) {
            throw refusal;
        }
        messages.add(request);
        return SendMessageResponse.builder().messageId("1").build();
    }

    public int calls() {
        return calls;
    }

    public List<SendMessageRequest> messages() {
        return messages;
    }

    /** Each message's body, an event of one record. */
    public List<String> bodies() {
        return messages.stream().map(SendMessageRequest::messageBody).toList();
    }

    /** Why each is there. */
    public List<String> reasons() {
        return messages.stream()
                .map(message -> message.messageAttributes().get("reason").stringValue())
                .toList();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
