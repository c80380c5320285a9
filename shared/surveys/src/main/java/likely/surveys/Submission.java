package likely.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.scoring.Score;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says: one edition of an answer, checked field by field.
 *
 * @param submissionId chosen by the sender, the same in each resend and edition
 * @param seq this edition's number, from 1
 */
public record Submission(
        String submissionId,
        int seq,
        Score score,
        @Nullable String comment,
        Map<String, Object> answers,
        Map<String, String> properties,
        @Nullable Claim person,
        @Nullable String locale,
        @Nullable String page,
        Touchpoint touchpoint) {

    /** The comment and three further texts, each as long as it may be and in a script of three bytes a character. */
    public static final int MOST_BYTES = 64 * 1024;

    public static final int LONGEST_COMMENT = 5_000;
    public static final int MOST_PROPERTIES = 50;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_VALUE = 1_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    /** Answers by link: only who has the signed link may give them. */
    private static final Pattern RESERVED = Pattern.compile("invitation-|link-");

    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");
    private static final int LONGEST_PAGE = 2_048;
    private static final int LAST_SEQ = 1_000_000;

    /** The touchpoints that a sender without a key may name; the others are ours to tell. */
    private enum Place {
        WIDGET,
        CHECKOUT,
        CALL;

        Touchpoint touchpoint() {
            return Touchpoint.valueOf(name());
        }
    }

    /** Who the sender says the person is: signed (payload and signature), or just said. */
    public sealed interface Claim {
        record Said(Map<String, String> values) implements Claim {}

        record Signed(String payload, String signature) implements Claim {}

        /** The field {@code person}; null when there is none, or it was refused. */
        static @Nullable Claim read(Fields fields) {
            Fields person = fields.object("person");
            if (person == null) {
                return null;
            }
            if (person.has("payload") || person.has("signature")) {
                String payload = person.text("payload", 4_096);
                String signature = person.text("signature", 128);
                return payload == null || signature == null
                        ? missingHalf(person)
                        : new Claim.Signed(payload, signature);
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (String name : List.of("id", "email", "name")) {
                Optional.ofNullable(person.text(name, 255)).ifPresent(value -> values.put(name, value));
            }
            return values.isEmpty() ? null : new Claim.Said(values);
        }

        private static @Nullable Claim missingHalf(Fields person) {
            if (!person.has("payload")) {
                person.refuse("payload", "is missing beside a signature");
            }
            if (!person.has("signature")) {
                person.refuse("signature", "is missing beside a payload");
            }
            return null;
        }
    }

    /**
     * Reads a request's body.
     *
     * @throws likely.surveys.json.Invalid naming every field that is wrong, and why
     */
    public static Submission read(String body, Survey survey) {
        Submission submission = read(Json.object(body), survey);
        if (RESERVED.matcher(submission.submissionId()).lookingAt()) {
            throw new Invalid("submissionId", "begins with invitation- or link-, which are for links that we sign");
        }
        return submission;
    }

    /** Reads what was sent in another form than JSON; numbers and booleans are those of JSON all the same. */
    public static Submission read(Map<String, Object> body, Survey survey) {
        Fields fields = Fields.of(body);
        String id = fields.matching("submissionId", ID, "is not 8 to 64 letters, digits, hyphens or underscores");
        if (!fields.has("submissionId")) {
            fields.refuse("submissionId", "is missing");
        }
        Integer seq = fields.integer("seq", 1, LAST_SEQ);
        Integer score = fields.integer("score", 0, 10);
        if (!fields.has("score")) {
            fields.refuse("score", "is missing: a whole number from 0 to 10");
        }
        String comment = fields.prose("comment", LONGEST_COMMENT);
        Map<String, Object> answers = Answers.read(fields, survey);
        Map<String, String> properties = fields.properties("properties", MOST_PROPERTIES, LONGEST_NAME, LONGEST_VALUE);
        Claim person = Claim.read(fields);
        String locale = fields.matching("locale", LOCALE, "is not a language tag such as en or pt-BR");
        String page = fields.text("page", LONGEST_PAGE);
        Place place = fields.one("touchpoint", Place.class);
        fields.check();
        return new Submission(
                Objects.requireNonNull(id),
                Objects.requireNonNullElse(seq, 1),
                Score.of(Objects.requireNonNull(score)),
                comment,
                answers,
                Objects.requireNonNullElse(properties, Map.of()),
                person,
                locale,
                page,
                place == null ? Touchpoint.WIDGET : place.touchpoint());
    }

    /** The same, from a place that only we can tell. */
    public Submission from(Touchpoint place) {
        return new Submission(submissionId, seq, score, comment, answers, properties, person, locale, page, place);
    }

    /** The same, as the edition of that number. */
    public Submission at(int number) {
        return new Submission(
                submissionId, number, score, comment, answers, properties, person, locale, page, touchpoint);
    }

    /** Whether a response says just this already. */
    public boolean says(Response response) {
        return response.score().equals(score)
                && Objects.equals(response.comment(), comment)
                && response.answers().equals(answers);
    }

    /** Answers to the further questions, by the survey's own list of them. */
    static final class Answers {
        private Answers() {}

        static Map<String, Object> read(Fields fields, Survey survey) {
            Fields given = fields.object("answers");
            Map<String, Object> answers = new LinkedHashMap<>();
            if (given == null) {
                return answers;
            }
            for (String id : given.names()) {
                Optional<Question> question = survey.question(id);
                if (question.isEmpty()) {
                    given.refuse(id, "is no question of this survey");
                } else if (given.has(id)) {
                    Object answer = answer(given, question.get());
                    if (answer != null) {
                        answers.put(id, answer);
                    }
                }
            }
            return answers;
        }

        private static @Nullable Object answer(Fields given, Question question) {
            if (question instanceof Question.Choice choice) {
                return choice(given, choice);
            } else if (question instanceof Question.Scale scale) {
                return given.integer(scale.id(), scale.min(), scale.max());
            } else if (question instanceof Question.Consent) {
                return given.bool(question.id());
            }
            return given.prose(question.id(), LONGEST_COMMENT);
        }

        private static @Nullable Object choice(Fields given, Question.Choice choice) {
            List<String> chosen = given.raw(choice.id()) instanceof List
                    ? given.texts(choice.id(), choice.options().size(), LONGEST_NAME)
                    : one(given.text(choice.id(), LONGEST_NAME));
            if (chosen == null) {
                return null;
            }
            if (!choice.multiple() && chosen.size() > 1) {
                given.refuse(choice.id(), "takes one choice");
                return null;
            }
            List<String> known =
                    choice.options().stream().map(Question.Option::id).toList();
            if (!known.containsAll(chosen)) {
                given.refuse(choice.id(), "is not one of " + String.join(", ", known));
                return null;
            }
            List<String> distinct = new ArrayList<>(new java.util.LinkedHashSet<>(chosen));
            return choice.multiple() ? distinct : distinct.isEmpty() ? null : distinct.get(0);
        }

        private static @Nullable List<String> one(@Nullable String text) {
            return text == null ? null : List.of(text);
        }
    }
}
