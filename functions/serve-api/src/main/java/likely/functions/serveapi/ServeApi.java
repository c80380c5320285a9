package likely.functions.serveapi;

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

/** The API under /v1 and the dashboard, by way of API Gateway. */
public final class ServeApi implements RequestStreamHandler {
    private final Routes routes;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry of hooks holds it weakly
    private @Nullable Snapshot snapshot;

    /** For Lambda. */
    public ServeApi() {
        this(Beans.start(Settings.ofProcess()).getBean(Routes.class));
        snapshot = Snapshot.prime(this);
    }

    ServeApi(Routes routes) {
        this.routes = routes;
    }

    /** For one machine, where several functions share a process and so its environment. */
    public static ServeApi create(Map<String, String> environment) {
        return new ServeApi(Beans.start(new Settings(environment)).getBean(Routes.class));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, @Nullable Context context) throws IOException {
        ProxyEvent.answer(event, reply, routes::answer);
    }
}
