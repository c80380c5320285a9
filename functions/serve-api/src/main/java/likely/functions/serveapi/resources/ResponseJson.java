package likely.functions.serveapi.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import likely.functions.serveapi.v1.Call;
import likely.surveys.Question;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.Filter;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** A response as Delighted's clients read it: every key is always there, since some of them fail without. */
final class ResponseJson {
    private final Survey survey;
    private final Call call;
    private final Map<String, Person> people;

    /** @param people who answered, by id, of those who are known and may be seen */
    ResponseJson(Survey survey, Call call, Map<String, Person> people) {
        this.survey = survey;
        this.call = call;
        this.people = people;
    }

    Map<String, Object> write(Response response) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", response.id());
        json.put("person", call.expanded().contains("person") ? person(response) : Filter.personOf(response));
        json.put("survey_type", "nps");
        json.put("score", response.score().value());
        json.put("comment", response.comment());
        json.put("permalink", call.address().of("/?answer=" + response.id()));
        json.put("created_at", response.createdAt());
        json.put("updated_at", response.updatedAt());
        json.put("person_properties", response.properties().isEmpty() ? null : new TreeMap<>(response.properties()));
        json.put("notes", List.of());
        json.put("tags", List.of());
        json.put("additional_answers", answers(response));
        json.put("band", lower(response.score().band()));
        json.put("touchpoint", lower(response.touchpoint()));
        json.put("suspect", response.suspect());
        json.put("source", response.source());
        json.put("excluded", response.excluded());
        return json;
    }

    private Map<String, Object> person(Response response) {
        Person person = people.get(Filter.personOf(response));
        // Who is not known by an id may have proven a name and an address in a page.
        Map<String, String> proven = call.caller().seesPeople() ? response.identity() : Map.of();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", Filter.personOf(response));
        json.put("name", person == null ? proven.get("name") : person.name());
        json.put("email", person == null ? proven.get("email") : person.email());
        json.put("created_at", person == null ? null : person.createdAt());
        json.put("phone_number", person == null ? null : person.phone());
        return json;
    }

    /** In the order of the survey's questions; answers to questions that it no longer has come last. */
    private List<Map<String, Object>> answers(Response response) {
        List<Map<String, Object>> list = new ArrayList<>();
        Map<String, Object> left = new TreeMap<>(response.answers());
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
                        ? option(yes ? "yes" : "no", yes ? "Yes" : "No")
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
        return option(id, text);
    }

    private static Map<String, String> option(String id, String text) {
        Map<String, String> option = new LinkedHashMap<>();
        option.put("id", id);
        option.put("text", text);
        return option;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
