package likely.functions.recordresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import likely.aws.Beans;
import likely.aws.Settings;
import likely.aws.http.ProxyEvent;
import org.jspecify.annotations.Nullable;

/** The public routes, by way of API Gateway. */
public final class RecordResponse implements RequestStreamHandler {
    /** What Micronaut's processor makes of {@link Wiring}. */
    static final List<String> DEFINITIONS = List.of(
            "likely.functions.recordresponse.$Wiring$Definition",
            "likely.functions.recordresponse.$Wiring$Routes0$Definition");

    private final Routes routes;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry of hooks holds it weakly
    private @Nullable Snapshot snapshot;

    /** For Lambda. */
    public RecordResponse() {
        this(wired(Settings.ofProcess()));
        snapshot = Snapshot.register();
    }

    RecordResponse(Routes routes) {
        this.routes = routes;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static RecordResponse create(Map<String, String> environment) {
        return new RecordResponse(wired(new Settings(environment)));
    }

    private static Routes wired(Settings settings) {
        return Beans.start(settings, DEFINITIONS).getBean(Routes.class);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, @Nullable Context context) throws IOException {
        ProxyEvent.answer(event, reply, routes::answer);
    }
}
