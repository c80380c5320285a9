package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import likely.surveys.json.FieldError;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives is either read or refused in words that can be sent back. */
class SubmissionLawsTest {
    private static final Survey SURVEY = SurveyTemplate.AFTER_SUPPORT.survey("demo", "Acme", 0);

    private static void readOrRefused(String body) {
        try {
            Submission read = Submission.read(body, SURVEY);
            assertThat(read.submissionId()).matches("[A-Za-z0-9_-]{8,64}");
            assertThat(read.score().value()).isBetween(0, 10);
            Segments.of(SURVEY, read.properties(), read.answers());
        } catch (Invalid e) {
            assertThat(e.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
            for (FieldError error : e.errors()) {
                String told = error.field() + " " + error.reason();
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(told)).isTrue();
            }
        }
    }

    @Property
    void any_text(@ForAll String body) {
        readOrRefused(body);
    }

    @Property
    void any_bytes(@ForAll byte[] body) {
        readOrRefused(new String(body, StandardCharsets.UTF_8));
    }

    @Property
    void any_json_object(@ForAll("objects") Map<String, Object> body) {
        readOrRefused(Json.write(body));
    }

    @Property
    void a_right_submission_with_one_wrong_end(@ForAll String end) {
        readOrRefused("{\"submissionId\":\"submission-1\",\"score\":9,\"comment\":\"" + end);
    }

    @Property
    void any_value_in_any_field(@ForAll("fields") String field, @ForAll("values") Object value) {
        readOrRefused(Json.write(Map.of("submissionId", "submission-1", "score", 9, field, value)));
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "seq", "comment", "answers", "properties", "person", "locale", "page", "touchpoint", "unknown");
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> names = Arbitraries.of(
                "submissionId",
                "score",
                "answers",
                "properties",
                "person",
                "solved",
                "effort",
                "contact",
                "payload",
                "signature",
                "email",
                "\ud800",
                "",
                "\u0000");
        return Arbitraries.maps(names, values()).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> flat = Arbitraries.oneOf(
                Arbitraries.strings().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.bigIntegers().asGeneric(),
                Arbitraries.of(List.of(), Map.of(), "yes", "e30", "\ud83d", "\ufffd")
                        .asGeneric());
        Arbitrary<Object> lists = flat.list().ofMaxSize(4).asGeneric();
        Arbitrary<Object> maps = Arbitraries.maps(Arbitraries.of("solved", "effort", "payload", "\udc00"), flat)
                .asGeneric();
        return Arbitraries.oneOf(flat, lists, maps);
    }
}
