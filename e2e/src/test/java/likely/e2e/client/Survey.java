package likely.e2e.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A survey made for one test, so that tests do not count each other's answers.
 *
 * @param id as the service chose it
 * @param key of the survey itself
 */
public record Survey(String id, String key) {

    /** Makes one with what is given beside name and brand. */
    public static Survey with(Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", "End to end", "brand", "Acme"));
        body.putAll(fields);
        Reply reply = Caller.owner().post("v1/surveys", body);
        if (reply.status() != 201) {
            throw new AssertionError(reply);
        }
        Map<String, Object> made = reply.json();
        return new Survey((String) made.get("id"), (String) made.get("key"));
    }

    public static Survey plain() {
        return with(Map.of());
    }

    public static String newSubmission() {
        return UUID.randomUUID().toString();
    }

    /** Answers as a visitor does, under a new submission. */
    public Reply answer(int score) {
        return answer(Map.of("submissionId", newSubmission(), "score", score));
    }

    public Reply answer(Map<String, Object> body) {
        return Caller.anybody().post("surveys/" + id + "/responses", body);
    }

    public Caller api() {
        return Caller.withKey(key);
    }

    /** What /v1/scores says of the survey, with further parameters such as {@code &segment=plan}. */
    public Map<String, Object> scores(String parameters) {
        Reply reply = Caller.owner().get("v1/scores?survey=" + id + parameters);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return reply.json();
    }

    public Map<String, Object> score() {
        return object(scores(""), "score");
    }

    /** Waits until so many answers are counted. */
    public Map<String, Object> counted(int answers) {
        return until(score -> number(score, "n") == answers);
    }

    public Map<String, Object> until(Predicate<Map<String, Object>> right) {
        return Await.until(this::score, right);
    }

    public Map<String, Object> metrics(String parameters) {
        Reply reply = api().get("v1/metrics" + parameters);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return reply.json();
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    public static long number(Map<String, Object> json, String name) {
        return ((Number) json.get(name)).longValue();
    }
}
