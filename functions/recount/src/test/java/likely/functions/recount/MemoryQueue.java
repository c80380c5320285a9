package likely.functions.recount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue: what is received is hidden until {@link #show}. */
final class MemoryQueue implements SqsClient {
    final Map<String, String> bodies = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private int sent;
    boolean refusesDeletion;

    void show() {
        hidden.clear();
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        bodies.put("m" + sent++, request.messageBody());
        return SendMessageResponse.builder().build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        List<Message> messages = bodies.entrySet().stream()
                .filter(each -> !hidden.contains(each.getKey()))
                .limit(request.maxNumberOfMessages())
                .map(each -> Message.builder()
                        .messageId(each.getKey())
                        .receiptHandle(each.getKey())
                        .body(each.getValue())
                        .build())
                .toList();
        messages.forEach(message -> hidden.add(message.messageId()));
        return ReceiveMessageResponse.builder().messages(messages).build();
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        DeleteMessageBatchResponse.Builder reply = DeleteMessageBatchResponse.builder();
        if (refusesDeletion) {
            return reply.failed(request.entries().stream()
                            .map(each -> BatchResultErrorEntry.builder()
                                    .id(each.id())
                                    .build())
                            .toList())
                    .build();
        }
        request.entries().forEach(each -> bodies.remove(each.receiptHandle()));
        return reply.successful(request.entries().stream()
                        .map(each -> DeleteMessageBatchResultEntry.builder()
                                .id(each.id())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
