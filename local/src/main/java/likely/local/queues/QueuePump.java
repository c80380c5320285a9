package likely.local.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import likely.local.BatchAnswer;
import likely.local.Invoker;
import likely.local.Json;
import likely.local.Sleeper;
import likely.local.lambda.FunctionFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue's event source mapping: what the function accepts is deleted, the rest comes again when it is visible again. */
final class QueuePump implements Runnable {

    private static final Logger LOG = Logger.getLogger(QueuePump.class.getName());
    private static final int MOST_AT_ONCE = 10;
    private static final int LONGEST_POLL_SECONDS = 20;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final QueueMapping mapping;
    private final String url;
    private final SqsClient client;
    private final Invoker function;
    private final Sleeper sleeper;

    QueuePump(QueueMapping mapping, String url, SqsClient client, Invoker function, Sleeper sleeper) {
        this.mapping = mapping;
        this.url = url;
        this.client = client;
        this.function = function;
        this.sleeper = sleeper;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    deliver(collect());
                } catch (RuntimeException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    LOG.log(Level.WARNING, e, () -> "The queue " + mapping.queueArn() + " stumbled and goes on");
                    sleeper.sleep(AFTER_A_FAULT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> collect() {
        List<Message> batch = new ArrayList<>(receive(mapping.batchSize(), LONGEST_POLL_SECONDS));
        long deadline = System.nanoTime() + mapping.batchingWindow().toNanos();
        while (!batch.isEmpty() && batch.size() < mapping.batchSize()) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                break;
            }
            int seconds = Math.toIntExact(Math.min(LONGEST_POLL_SECONDS, left.toSeconds()));
            batch.addAll(receive(mapping.batchSize() - batch.size(), seconds));
        }
        return batch;
    }

    private List<Message> receive(int wanted, int seconds) {
        return client.receiveMessage(b -> b.queueUrl(url)
                        .maxNumberOfMessages(Math.min(wanted, MOST_AT_ONCE))
                        .waitTimeSeconds(seconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    void deliver(List<Message> messages) throws InterruptedException {
        Map<String, Message> batch = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (Message message : messages) {
            Map<String, @Nullable Object> record = QueueEvents.record(message, mapping.queueArn());
            if (mapping.filter().passes(QueueEvents.filterable(record))) {
                batch.put(message.messageId(), message);
                records.add(record);
            } else {
                delete(message); // as Lambda does with messages that its filter turns away
            }
        }
        if (records.isEmpty()) {
            return;
        }
        Set<String> failed = failures(Json.text(Map.of("Records", records)), batch.keySet());
        batch.forEach((id, message) -> {
            if (!failed.contains(id)) {
                delete(message);
            }
        });
    }

    private Set<String> failures(String event, Set<String> batch) throws InterruptedException {
        try {
            String answer = function.invoke(event);
            return mapping.partialFailures()
                    ? BatchAnswer.read(answer, batch).failed().orElse(batch)
                    : Set.of();
        } catch (FunctionFailure alreadyLogged) {
            return batch;
        }
    }

    private void delete(Message message) {
        client.deleteMessage(b -> b.queueUrl(url).receiptHandle(message.receiptHandle()));
    }
}
