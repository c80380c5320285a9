package likely.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hears what a topic tells. */
public final class Overhear implements RequestHandler<SNSEvent, String> {

    public static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();

    private Overhear() {}

    public static Overhear create(Map<String, String> environment) {
        return new Overhear();
    }

    @Override
    public String handleRequest(SNSEvent event, Context context) {
        event.getRecords().forEach(record -> HEARD.add(record.getSNS().getMessage()));
        return "";
    }
}
