package likely.functions.serveapi;

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

/** The API under /v1 and the dashboard, by way of API Gateway. */
public final class ServeApi implements RequestStreamHandler {
    /** What Micronaut's processor makes of {@link Wiring}. */
    static final List<String> DEFINITIONS = List.of(
            "likely.functions.serveapi.$Wiring$Definition", "likely.functions.serveapi.$Wiring$Routes0$Definition");

    private final Routes routes;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry of hooks holds it weakly
    private @Nullable Snapshot snapshot;

    /** For Lambda. */
    public ServeApi() {
        this(wired(Settings.ofProcess()));
        snapshot = Snapshot.register();
    }

    ServeApi(Routes routes) {
        this.routes = routes;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static ServeApi create(Map<String, String> environment) {
        return new ServeApi(wired(new Settings(environment)));
    }

    private static Routes wired(Settings settings) {
        return Beans.start(settings, DEFINITIONS).getBean(Routes.class);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, @Nullable Context context) throws IOException {
        ProxyEvent.answer(event, reply, routes::answer);
    }
}
