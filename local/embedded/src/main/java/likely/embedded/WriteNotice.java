package likely.embedded;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Notices requests that may have put records on a stream; DynamoDB Local has committed them when it returns. */
final class WriteNotice extends Handler.Wrapper {

    private static final Set<String> WRITES = Set.of(
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "BatchWriteItem",
            "TransactWriteItems",
            "ExecuteStatement",
            "BatchExecuteStatement",
            "ExecuteTransaction");

    private final Runnable listener;

    WriteNotice(Handler handler, Runnable listener) {
        super(handler);
        this.listener = listener;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String target = request.getHeaders().get("X-Amz-Target");
        boolean handled = super.handle(request, response, callback);
        if (target != null && WRITES.contains(target.substring(target.indexOf('.') + 1))) {
            listener.run();
        }
        return handled;
    }
}
