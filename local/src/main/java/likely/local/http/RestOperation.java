package likely.local.http;

import java.util.Map;

/** An AWS operation addressed by its path. */
@FunctionalInterface
public interface RestOperation {

    /** Answers a request; the path is what follows the operation's prefix. */
    Answer call(String path, Map<String, String> headers, String body);

    /** The answer, with a JSON body. */
    record Answer(int status, Map<String, String> headers, String body) {}
}
