package likely.e2e.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody whom a survey asks by mail.
 *
 * @param id as the API has it
 */
public record Asked(Survey survey, String id, String email) {

    /** An address that no other test has. */
    public static String newAddress(String name) {
        return name.toLowerCase(Locale.ROOT) + "+" + UUID.randomUUID() + "@example.com";
    }

    /** Adds somebody, with what is given beside the address. */
    public static Asked add(Survey survey, String name, Map<String, Object> fields) {
        String email = newAddress(name);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("email", email, "name", name));
        body.putAll(fields);
        return new Asked(
                survey, (String) done(survey.api().post("v1/people", body)).get("id"), email);
    }

    public static Map<String, Object> done(Reply reply) {
        if (reply.status() >= 300) {
            throw new AssertionError(reply);
        }
        return reply.json();
    }

    /** A campaign's id. */
    public static String campaign(Survey survey, Map<String, Object> campaign) {
        return (String) done(survey.api().post("v1/campaigns", campaign)).get("id");
    }

    /** What became of each mail of the survey to this person; nothing of who has no id yet. */
    public List<Map<String, Object>> mails() {
        return id.isEmpty() ? List.of() : Survey.objects(done(survey.api().get("v1/people/" + id + "/why")), "mails");
    }

    /** The mail of a kind. */
    public Map<String, Object> mail(String kind) {
        return mails().stream()
                .filter(mail -> kind.equals(mail.get("kind")))
                .findFirst()
                .orElse(Map.of());
    }

    /** Presses a score on the page, then says more on the one that comes next. */
    public static void answer(String link, int score, String more) {
        for (String form : List.of("score=" + score, "step=more&score=" + score + "&" + more)) {
            Reply reply = press(link, form);
            if (reply.status() != 200) {
                throw new AssertionError(reply);
            }
        }
    }

    /** Sends a form of the page behind a link. */
    public static Reply press(String link, String form) {
        return Caller.anybody()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", link.replaceFirst("\\?.*", ""), form);
    }
}
