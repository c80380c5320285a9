package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hears what is queued or scheduled; refuses a message once, or for ever, if it says so. */
public final class Hear implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    public static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();
    public static final BlockingQueue<Object> SCHEDULED = new LinkedBlockingQueue<>();
    private static final Set<Object> REFUSED = new HashSet<>();

    private Hear() {}

    public static Hear create(Map<String, String> environment) {
        return new Hear();
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        if (!event.containsKey("Records")) {
            SCHEDULED.add(event.get("task"));
            return Map.of();
        }
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Object each : (List<?>) event.get("Records")) {
            Map<?, ?> record = (Map<?, ?>) each;
            String body = (String) record.get("body");
            boolean firstTime = body.contains("refuse") && REFUSED.add(record.get("messageId"));
            if (firstTime || body.contains("refuse for ever")) {
                failures.add(Map.of("itemIdentifier", record.get("messageId")));
            } else {
                HEARD.add(body);
            }
        }
        return Map.of("batchItemFailures", failures);
    }
}
