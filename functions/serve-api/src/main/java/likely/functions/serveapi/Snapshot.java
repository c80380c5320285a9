package likely.functions.serveapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Loads what the first requests need before SnapStart takes its picture of the process. The requests that it makes to
 * itself reach no store and read no secret, so that no connection and no credential gets into the picture.
 */
final class Snapshot implements Resource {
    private static final String[] EVENTS = {"""
        {"resource":"/","path":"/","httpMethod":"GET"}""", """
        {"resource":"/dashboard/{file}","path":"/dashboard/dashboard.js","httpMethod":"GET",
         "pathParameters":{"file":"dashboard.js"}}""", """
        {"resource":"/v1/{path+}","path":"/v1/metrics","httpMethod":"GET"}"""};

    private final ServeApi function;

    private Snapshot(ServeApi function) {
        this.function = function;
    }

    /** Has it primed at the checkpoint. The function keeps the hook alive: the registry holds it weakly. */
    static Snapshot prime(ServeApi function) {
        Snapshot snapshot = new Snapshot(function);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        for (String event : EVENTS) {
            try {
                function.handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
