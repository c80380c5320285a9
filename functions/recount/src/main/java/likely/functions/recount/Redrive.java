package likely.functions.recount;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import likely.aws.Log;
import likely.aws.streams.FailedRecordQueue;
import likely.aws.streams.ResponseChange;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Counts again the records that once could not be counted, by the ledger's own rule: one that was counted since, or is
 * redriven twice, changes nothing. Those that are counted now leave the queue; the others come back to it by
 * themselves. Messages that the stream's mapping put there have no record in them, and stay: a recount with repair
 * counts what they stand for.
 */
final class Redrive {
    private static final int MOST_MESSAGES = 10;
    private static final int WAIT_SECONDS = 1;

    /** An answer without messages may come from a part of the queue that has none. */
    private static final int MOST_EMPTY = 2;

    private static final Duration RESERVE = Duration.ofSeconds(30);

    /** One call of the store takes eight seconds at most, and then the queue must still be told. */
    private static final Duration LAST_CALL = Duration.ofSeconds(15);

    private final SqsClient sqs;
    private final String queueUrl;
    private final Tallying tallying;

    Redrive(SqsClient sqs, String queueUrl, Tallying tallying) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.tallying = tallying;
    }

    /** The numbers of messages, by what became of them; {@code complete} is false when time was short. */
    Map<String, Object> run(Supplier<Duration> left) {
        Set<String> seen = new HashSet<>();
        int counted = 0;
        int empty = 0;
        boolean again = false;
        while (empty < MOST_EMPTY && !again && left.get().compareTo(RESERVE) > 0) {
            List<Message> messages = receive();
            empty = messages.isEmpty() ? empty + 1 : 0;
            List<Message> fresh =
                    messages.stream().filter(m -> seen.add(m.messageId())).toList();
            again = fresh.size() < messages.size();
            List<Message> done = count(fresh, () -> left.get().compareTo(LAST_CALL) < 0);
            counted += delete(done);
        }
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("received", seen.size());
        numbers.put("counted", counted);
        numbers.put("left", seen.size() - counted);
        numbers.put("complete", empty == MOST_EMPTY || again);
        return numbers;
    }

    private List<Message> receive() {
        return sqs.receiveMessage(r ->
                        r.queueUrl(queueUrl).maxNumberOfMessages(MOST_MESSAGES).waitTimeSeconds(WAIT_SECONDS))
                .messages();
    }

    /** Answers those whose records are all counted. */
    private List<Message> count(List<Message> messages, BooleanSupplier timeIsOver) {
        Map<Message, List<Image>> readable = new HashMap<>();
        for (Message message : messages) {
            try {
                readable.put(message, images(message));
            } catch (RuntimeException e) { // whatever is wrong with one message must not hold up the others
                Log.error("record.not-redriven", "read the message in the queue", e, id(message));
            }
        }
        Tallying.Failed failed =
                tallying.count(readable.values().stream().flatMap(List::stream).toList(), timeIsOver);
        failed.never()
                .forEach((response, reason) -> Log.error(
                        "record.not-redriven",
                        "mend its cause, then redrive again",
                        Map.of("response", response, "reason", reason)));
        List<Message> counted = new ArrayList<>();
        readable.forEach((message, images) -> {
            boolean all = images.stream()
                    .map(Image::response)
                    .noneMatch(
                            id -> failed.later().contains(id) || failed.never().containsKey(id));
            if (all) {
                counted.add(message);
            }
        });
        return counted;
    }

    private static List<Image> images(Message message) {
        DynamodbEvent event = FailedRecordQueue.read(message.body());
        if (event.getRecords() == null || event.getRecords().isEmpty()) {
            throw new IllegalArgumentException("The message has no record");
        }
        return event.getRecords().stream()
                .map(each -> ResponseChange.of(each).image())
                .toList();
    }

    private int delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(message.receiptHandle())
                    .build());
        }
        return sqs.deleteMessageBatch(d -> d.queueUrl(queueUrl).entries(entries))
                .successful()
                .size();
    }

    private static Map<String, String> id(Message message) {
        return Map.of("message", message.messageId());
    }
}
