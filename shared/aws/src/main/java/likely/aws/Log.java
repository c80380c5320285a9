package likely.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import likely.surveys.json.Json;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One line of JSON an event, on standard output, where Lambda takes it from. Carries ids and counts, and never an
 * answer, a comment, an address or a key; an error says what to do.
 */
public final class Log {
    private Log() {}

    public static void info(String event, Map<String, ?> ids) {
        write("INFO", event, ids);
    }

    /**
     * Notes an error.
     *
     * @param todo what the owner should do about it
     */
    public static void error(String event, String todo, Map<String, ?> ids) {
        Map<String, Object> all = new LinkedHashMap<>(ids);
        all.put("todo", todo);
        write("ERROR", event, all);
    }

    /** An error with its kind and place; its message is left out, since it may quote what somebody sent. */
    public static void error(String event, String todo, Throwable thrown, Map<String, ?> ids) {
        Map<String, Object> all = new LinkedHashMap<>(ids);
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        all.put("error", cause.getClass().getName());
        if (cause instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            all.put("code", String.valueOf(service.awsErrorDetails().errorCode()));
        }
        all.put("at", cause.getStackTrace().length == 0 ? "" : cause.getStackTrace()[0].toString());
        error(event, todo, all);
    }

    @SuppressWarnings("SystemOut") // Lambda's log is the standard output
    private static void write(String level, String event, Map<String, ?> ids) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", level);
        line.put("event", event);
        line.putAll(ids);
        System.out.println(Json.write(line));
    }
}
