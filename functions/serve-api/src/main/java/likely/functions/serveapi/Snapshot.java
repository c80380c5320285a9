package likely.functions.serveapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import likely.aws.http.ProxyEvent;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Loads what the first requests need before SnapStart takes its picture of the process: it rehearses them with parts of
 * its own, whose store is in this process. The function's own parts are not touched, so no connection, credential,
 * secret, setting or time of before the picture is in them when it wakes up.
 */
final class Snapshot implements Resource {
    private Snapshot() {}

    /** Has it rehearsed at the checkpoint. The function keeps the hook alive: the registry holds it weakly. */
    static Snapshot register() {
        Snapshot snapshot = new Snapshot();
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearse();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    /** Answers one request of each kind; the replies are for the tests. */
    static List<String> rehearse() {
        Routes routes = Rehearsal.routes();
        return Rehearsal.EVENTS.stream().map(event -> answer(routes, event)).toList();
    }

    private static String answer(Routes routes, String event) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            ProxyEvent.answer(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), reply, routes::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.toString(StandardCharsets.UTF_8);
    }
}
