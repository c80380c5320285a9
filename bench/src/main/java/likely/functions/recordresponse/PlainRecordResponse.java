package likely.functions.recordresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import likely.aws.Settings;
import likely.aws.http.ProxyEvent;
import org.jspecify.annotations.Nullable;

/** Does the work of {@link RecordResponse} without a framework: the same parts, put together by {@code new}. */
public final class PlainRecordResponse implements RequestStreamHandler {
    private final Routes routes = new Wiring().routes(Settings.ofProcess());

    @SuppressWarnings("unused") // the registry of hooks holds it weakly
    private final Snapshot snapshot = Snapshot.register();

    @Override
    public void handleRequest(InputStream event, OutputStream reply, @Nullable Context context) throws IOException {
        ProxyEvent.answer(event, reply, routes::answer);
    }
}
