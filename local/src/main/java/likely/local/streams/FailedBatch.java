package likely.local.streams;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** What a mapping tells its failure destination: where the records are, not the records. */
final class FailedBatch {

    /** Why a batch was given up, in Lambda's words. */
    enum Condition {
        RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
        RECORD_AGE_EXCEEDED("RecordAgeExceeded");

        private final String text;

        Condition(String text) {
            this.text = text;
        }
    }

    private FailedBatch() {}

    static String message(
            Condition condition,
            int invocations,
            String functionArn,
            String streamArn,
            String shardId,
            List<StreamRecord> records,
            Instant now) {
        StreamRecord first = records.get(0);
        StreamRecord last = records.get(records.size() - 1);
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("requestId", UUID.randomUUID().toString());
        request.put("functionArn", functionArn);
        request.put("condition", condition.text);
        request.put("approximateInvokeCount", invocations);
        Map<String, @Nullable Object> batch = new LinkedHashMap<>();
        batch.put("shardId", shardId);
        batch.put("startSequenceNumber", first.sequenceNumber());
        batch.put("endSequenceNumber", last.sequenceNumber());
        batch.put("approximateArrivalOfFirstRecord", first.created().toString());
        batch.put("approximateArrivalOfLastRecord", last.created().toString());
        batch.put("batchSize", records.size());
        batch.put("streamArn", streamArn);
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("requestContext", request);
        if (condition == Condition.RETRY_ATTEMPTS_EXHAUSTED) {
            message.put(
                    "responseContext",
                    Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"));
        }
        message.put("version", "1.0");
        message.put("timestamp", now.toString());
        message.put("DDBStreamBatchInfo", batch);
        return Json.text(message);
    }
}
