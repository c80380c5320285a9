package likely.local;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a function with ReportBatchItemFailures, read as Lambda reads it: nothing, an empty object or an empty
 * list is success; an identifier that is missing, empty or not of this batch fails the whole batch.
 *
 * @param failed identifiers that failed; empty when the whole batch did
 */
public record BatchAnswer(Optional<Set<String>> failed) {

    public static final BatchAnswer SUCCESS = new BatchAnswer(Optional.of(Set.of()));
    private static final BatchAnswer FAILURE = new BatchAnswer(Optional.empty());

    public static BatchAnswer read(String answer, Set<String> batch) {
        if (answer.isBlank() || answer.strip().equals("null")) {
            return SUCCESS;
        }
        Map<String, @Nullable Object> response;
        try {
            response = Json.object(answer);
        } catch (IllegalArgumentException malformed) {
            return FAILURE;
        }
        Object failures = response.get("batchItemFailures");
        if (failures == null) {
            return SUCCESS;
        }
        if (!(failures instanceof List<?> list)) {
            return FAILURE;
        }
        Set<String> failed = new HashSet<>();
        for (Object each : list) {
            Object identifier = each instanceof Map<?, ?> map ? map.get("itemIdentifier") : null;
            if (!(identifier instanceof String id) || !batch.contains(id)) {
                return FAILURE;
            }
            failed.add(id);
        }
        return new BatchAnswer(Optional.of(failed));
    }

    public boolean wholeBatchFailed() {
        return failed.isEmpty();
    }
}
