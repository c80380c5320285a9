package likely.functions.recordresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import likely.aws.Beans;
import likely.aws.Settings;
import likely.aws.http.ProxyEvent;
import org.jspecify.annotations.Nullable;

/** The public routes, by way of API Gateway. */
public final class RecordResponse implements RequestStreamHandler {
    private final Routes routes;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry of hooks holds it weakly
    private @Nullable Snapshot snapshot;

    /** For Lambda. */
    public RecordResponse() {
        this(Beans.start(Settings.ofProcess()).getBean(Routes.class));
        snapshot = Snapshot.prime(this);
    }

    RecordResponse(Routes routes) {
        this.routes = routes;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static RecordResponse create(Map<String, String> environment) {
        return new RecordResponse(Beans.start(new Settings(environment)).getBean(Routes.class));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, @Nullable Context context) throws IOException {
        ProxyEvent.answer(event, reply, routes::answer);
    }
}
