package likely.functions.serveapi.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.functions.serveapi.v1.Call;
import likely.surveys.Question;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.Filter;
import org.jspecify.annotations.Nullable;

/** A response as Delighted's clients read it: every key is always there, since some of them fail without. */
final class ResponseJson {
    private ResponseJson() {}

    static Map<String, Object> write(Response response, Survey survey, Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", response.id());
        json.put(
                "person",
                call.expanded().contains("person")
                        ? person(response, call.caller().seesPeople())
                        : Filter.personOf(response));
        json.put("survey_type", "nps");
        json.put("score", response.score().value());
        json.put("comment", response.comment());
        json.put("permalink", call.address().of("/?answer=" + response.id()));
        json.put("created_at", response.createdAt());
        json.put("updated_at", response.updatedAt());
        json.put("person_properties", response.properties().isEmpty() ? null : response.properties());
        json.put("notes", List.of());
        json.put("tags", List.of());
        json.put("additional_answers", answers(response, survey));
        json.put("band", lower(response.score().band()));
        json.put("touchpoint", lower(response.touchpoint()));
        return json;
    }

    private static Map<String, Object> person(Response response, boolean seen) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Filter.personOf(response));
        json.put("name", seen ? response.identity().get("name") : null);
        json.put("email", seen ? response.identity().get("email") : null);
        json.put("created_at", null);
        json.put("phone_number", null);
        return json;
    }

    /** In the order of the survey's questions; answers to questions that it no longer has come last. */
    private static List<Map<String, Object>> answers(Response response, Survey survey) {
        List<Map<String, Object>> list = new ArrayList<>();
        Map<String, Object> left = new LinkedHashMap<>(response.answers());
        for (Question question : survey.questions()) {
            Optional.ofNullable(left.remove(question.id()))
                    .ifPresent(value -> list.add(answer(question.id(), question, value)));
        }
        left.forEach((id, value) -> list.add(answer(id, null, value)));
        return list;
    }

    private static Map<String, Object> answer(String id, @Nullable Question question, Object value) {
        String type = type(value, question);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("id", id);
        asked.put("type", type);
        asked.put("text", question == null ? id : question.text());
        Map<String, Object> values = new LinkedHashMap<>();
        for (String one : List.of("free_response", "scale", "select_one", "select_many")) {
            values.put(one, one.equals(type) ? shown(value, question, type) : null);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("question", asked);
        json.put("value", values);
        return json;
    }

    private static String type(Object value, @Nullable Question question) {
        if (value instanceof List) {
            return "select_many";
        } else if (value instanceof Number) {
            return "scale";
        }
        return value instanceof Boolean || question instanceof Question.Choice ? "select_one" : "free_response";
    }

    private static Object shown(Object value, @Nullable Question question, String type) {
        return switch (type) {
            case "select_many" ->
                ((List<?>) value)
                        .stream().map(one -> option(one.toString(), question)).toList();
            case "select_one" ->
                value instanceof Boolean yes
                        ? Map.of("id", yes ? "yes" : "no", "text", yes ? "Yes" : "No")
                        : option(value.toString(), question);
            default -> value;
        };
    }

    private static Map<String, String> option(String id, @Nullable Question question) {
        String text = question instanceof Question.Choice choice
                ? choice.options().stream()
                        .filter(option -> option.id().equals(id))
                        .map(Question.Option::text)
                        .findFirst()
                        .orElse(id)
                : id;
        return Map.of("id", id, "text", text);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
