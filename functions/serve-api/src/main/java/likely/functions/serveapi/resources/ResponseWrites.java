package likely.functions.serveapi.resources;

import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import likely.functions.serveapi.v1.Body;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.Responses;
import likely.surveys.Responses.Recorded;
import likely.surveys.Segments;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.Touchpoint;
import likely.surveys.Unavailable;
import likely.surveys.answers.Filter;
import likely.surveys.answers.StoredResponses;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** Responses that an API client adds and changes. */
public final class ResponseWrites {
    private static final int MOST_ATTEMPTS = 5;
    private static final int LONGEST_PERSON = 64;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 1_000;
    private static final long A_DAY = 86_400;
    private static final String UNKNOWN = "is nobody who is known";

    private final Responses responses;
    private final StoredResponses stored;
    private final Answered answered;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Is told of each answer of somebody who is known. */
    @FunctionalInterface
    public interface Answered {
        void answered(Person person, long at);
    }

    public ResponseWrites(Responses responses, StoredResponses stored, Answered answered, Clock clock) {
        this.responses = responses;
        this.stored = stored;
        this.answered = answered;
        this.clock = clock;
    }

    /** Adds a response. A client that sends it twice adds two: this API has no name for a submission. */
    Response add(Survey survey, Body body, Function<String, Optional<Person>> people) {
        Fields fields = body.fields("score", "created_at");
        Said said = Said.read(fields, body);
        if (said.person() == null && !fields.has("person")) {
            fields.refuse("person", "can't be blank");
        }
        if (!fields.has("score")) {
            fields.refuse("score", "can't be blank");
        }
        long now = clock.instant().getEpochSecond();
        long at = requireNonNullElse(fields.seconds("created_at"), now);
        if (at > now + A_DAY) {
            fields.refuse("created_at", "is in the future");
        }
        fields.check();
        Person person =
                people.apply(Objects.requireNonNull(said.person())).orElseThrow(() -> new Invalid("person", UNKNOWN));
        Integer retention = survey.retentionDays();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String submission = "api-" + randomText();
            Map<String, String> properties = said.mergedInto(Map.of());
            Response response = new Response(
                    ResponseId.of(survey.id(), submission),
                    survey.id(),
                    submission,
                    1,
                    0,
                    Objects.requireNonNull(said.score()),
                    said.comment(),
                    Map.of(),
                    properties,
                    Segments.of(survey, properties, Map.of()),
                    said.person(),
                    Map.of(),
                    Map.of(),
                    null,
                    null,
                    Touchpoint.API,
                    LocalDate.ofInstant(Instant.ofEpochSecond(at), survey.zone()),
                    at,
                    at,
                    retention == null ? null : at + retention * A_DAY,
                    survey.limits().responses() != null);
            if (responses.record(response) == Recorded.CREATED) {
                answered.answered(person, at);
                return response;
            }
        }
        throw new Unavailable(new IllegalStateException("Random ids are taken"));
    }

    /**
     * Changes what is given, and leaves what is not. Nothing is written when nothing changed, as when a client sends back
     * what it has read.
     */
    Optional<Response> change(Survey survey, String id, Body body, Function<String, Optional<Person>> people) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Response> found = stored.find(id);
            if (found.isEmpty()) {
                return found;
            }
            Response changed = changed(survey, found.get(), body, people);
            if (changed.equals(found.get())) {
                return found;
            }
            Response written = changed.updated(Math.max(clock.instant().getEpochSecond(), changed.createdAt()));
            if (stored.replace(written)) {
                return Optional.of(written);
            }
        }
        throw new Unavailable(new IllegalStateException("Response " + id + " keeps changing"));
    }

    private static Response changed(Survey survey, Response r, Body body, Function<String, Optional<Person>> people) {
        Fields fields = body.fields("score");
        Said said = Said.read(fields, body);
        Map<String, String> properties = said.mergedInto(r.properties());
        if (properties.size() > Submission.MOST_PROPERTIES) {
            fields.refuse("person_properties", "has more than " + Submission.MOST_PROPERTIES + " entries");
        }
        // Who has no person is shown under the answer's own id, and comes back under it.
        boolean samePerson = said.person() == null || said.person().equals(Filter.personOf(r));
        if (!samePerson && people.apply(said.person()).isEmpty()) {
            fields.refuse("person", UNKNOWN);
        }
        fields.check();
        boolean sameProperties = properties.equals(r.properties());
        return r.changed(
                requireNonNullElse(said.score(), r.score()),
                body.names("comment") ? said.comment() : r.comment(),
                properties,
                sameProperties ? r.segments() : Segments.of(survey, properties, r.answers()),
                samePerson ? r.person() : said.person());
    }

    private String randomText() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a client says of a response; everything else that it sends back is read-only, and ignored. */
    private record Said(
            @Nullable Score score,
            @Nullable String comment,
            @Nullable String person,
            Map<String, String> set,
            List<String> removed) {

        static Said read(Fields fields, Body body) {
            Integer score = fields.integer("score", 0, 10);
            Map<String, String> set =
                    fields.properties("person_properties", Submission.MOST_PROPERTIES, LONGEST_NAME, LONGEST_VALUE);
            return new Said(
                    score == null ? null : Score.of(score),
                    fields.prose("comment", Submission.LONGEST_COMMENT),
                    person(fields, body.raw("person")),
                    set == null ? Map.of() : set,
                    nulls(body.raw("person_properties")));
        }

        private static @Nullable String person(Fields fields, @Nullable Object given) {
            Object id = given instanceof Map<?, ?> object ? object.get("id") : given;
            if (given == null) {
                return null;
            }
            boolean scalar = id instanceof String || id instanceof Integer || id instanceof Long;
            String text = String.valueOf(id).strip();
            if (!scalar || text.isEmpty() || text.length() > LONGEST_PERSON) {
                fields.refuse("person", text.isEmpty() ? "can't be blank" : "is invalid");
                return null;
            }
            return text;
        }

        private static List<String> nulls(@Nullable Object properties) {
            return properties instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .filter(entry -> entry.getValue() == null)
                            .map(entry -> String.valueOf(entry.getKey()))
                            .toList()
                    : List.of();
        }

        Map<String, String> mergedInto(Map<String, String> properties) {
            Map<String, String> merged = new LinkedHashMap<>(properties);
            merged.putAll(set);
            removed.forEach(merged::remove);
            return merged;
        }
    }
}
