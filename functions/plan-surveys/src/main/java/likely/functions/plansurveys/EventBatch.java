package likely.functions.plansurveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.aws.Log;
import likely.surveys.Unavailable;
import likely.surveys.json.Invalid;
import likely.surveys.planning.FollowUps;
import likely.surveys.planning.ShopEvents;

/**
 * Takes messages from the queue, each with an event of the bus. One that cannot be used goes to the dead letters with its
 * reason; those for which the store had no time are answered as failures, and come again. All may come twice.
 */
final class EventBatch {
    private final ShopEvents shop;
    private final FollowUps followUps;
    private final DeadLetters deadLetters;

    EventBatch(ShopEvents shop, FollowUps followUps, DeadLetters deadLetters) {
        this.shop = shop;
        this.followUps = followUps;
        this.deadLetters = deadLetters;
    }

    /** In the shape of Lambda's SQSBatchResponse. */
    Map<String, Object> handle(Map<String, Object> batch) {
        List<Map<String, String>> failures = new ArrayList<>();
        if (batch.get("Records") instanceof List<?> messages) {
            for (Object message : messages) {
                if (message instanceof Map<?, ?> fields) {
                    String id = String.valueOf(fields.get("messageId"));
                    if (!isDone(id, String.valueOf(fields.get("body")))) {
                        failures.add(Map.of("itemIdentifier", id));
                    }
                }
            }
        }
        return Map.of("batchItemFailures", failures);
    }

    private boolean isDone(String id, String body) {
        try {
            handle(body);
            return true;
        } catch (Invalid e) {
            return isKept(id, body, String.valueOf(e.getMessage()));
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes", e, Map.of("message", id));
        } catch (RuntimeException e) { // whatever is wrong with one message must not hold up the others
            Log.error(
                    "event.failed",
                    "report it; the message comes again, and then lies in the dead letters",
                    e,
                    Map.of("message", id));
        }
        return false;
    }

    private void handle(String body) {
        BusEvent event = BusEvent.read(body);
        if (event.isOwn()) {
            followUps.after(event.text("survey"), event.text("id"));
        } else {
            shop.handle(event.ofShop());
        }
    }

    private boolean isKept(String id, String body, String reason) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("message", id);
        ids.put("reason", reason);
        try {
            deadLetters.keep(body, reason);
            Log.error("event.refused", "mend its cause, then redrive the queue", ids);
            return true;
        } catch (Unavailable e) {
            Log.error("event.not-kept", "nothing: the message comes again", e, ids);
            return false;
        }
    }
}
