package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is said by field and reason, and nothing of it is recorded. */
class RefusalsTest {
    private static final String ID = "'submissionId': 'refused-0001'";

    private static Survey survey;

    @BeforeAll
    static void make() {
        survey = Survey.plain();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'score': 9}                                                   | submissionId
            {'submissionId': 'short', 'score': 9}                          | submissionId
            {'submissionId': 'has blanks in it', 'score': 9}               | submissionId
            {'submissionId': 12345678, 'score': 9}                         | submissionId
            {ID}                                                           | score
            {ID, 'score': 11}                                              | score
            {ID, 'score': -1}                                              | score
            {ID, 'score': 9.5}                                             | score
            {ID, 'score': '9'}                                             | score
            {ID, 'score': 9, 'seq': 0}                                     | seq
            {ID, 'score': 9, 'seq': 'first'}                               | seq
            {ID, 'score': 9, 'comment': 7}                                 | comment
            {ID, 'score': 9, 'answers': {'colour': 'red'}}                 | answers.colour
            {ID, 'score': 9, 'answers': {'reason': 'weather'}}             | answers.reason
            {ID, 'score': 9, 'answers': {'contact': 'yes'}}                | answers.contact
            {ID, 'score': 9, 'answers': 'price'}                           | answers
            {ID, 'score': 9, 'properties': 'Pro'}                          | properties
            {ID, 'score': 9, 'person': 'Ada'}                              | person
            {ID, 'score': 9, 'person': {'signature': 'ab'}}                | person.payload
            {ID, 'score': 9, 'person': {'payload': 'e30'}}                 | person.signature
            {ID, 'score': 9, 'person': {'payload': 'e30', 'signature': 'ab'}} | person.signature
            {ID, 'score': 9, 'locale': 'the queen\\u0027s'}                | locale
            {ID, 'score': 9, 'touchpoint': 'pigeon'}                       | touchpoint
            {ID, 'score': 9, 'touchpoint': 'import'}                       | touchpoint
            [9]                                                            | body
            {'score': 9                                                    | body
            """)
    void a_bad_field_is_named(String body, String field) {
        Reply reply = post(body.replace("ID", ID).replace('\'', '"'));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertProblem(reply, field);
    }

    @Test
    void every_bad_field_is_named_at_once() {
        Reply reply = post("{\"submissionId\": \"x\", \"score\": 12, \"touchpoint\": \"fax\"}");

        assertThat(fields(reply)).contains("submissionId", "score", "touchpoint");
    }

    @Test
    void a_comment_or_a_body_that_is_too_long_is_refused() {
        assertProblem(post(json("a".repeat(5_001))), "comment");
        Reply tooLarge = post(json("a".repeat(70_000)));
        assertThat(tooLarge.status()).isEqualTo(413);
    }

    @Test
    void a_body_that_is_not_json_by_its_own_word_is_refused() {
        Reply reply = Caller.anybody()
                .with("Content-Type", "text/plain")
                .send("POST", "surveys/" + survey.id() + "/responses", json("Fine"));

        assertThat(reply.status()).isEqualTo(415);
        assertProblem(reply, "Content-Type");
    }

    @Test
    void a_survey_that_nobody_made_is_not_found() {
        Reply reply = Caller.anybody().post("surveys/no-such-survey/responses", json("Fine"));

        assertThat(reply.status()).isEqualTo(404);
        assertProblem(reply, "survey");
        assertThat(Caller.anybody().get("surveys/no-such-survey").status()).isEqualTo(404);
    }

    @Test
    void a_page_of_another_origin_is_refused() {
        Survey own = Survey.with(java.util.Map.of("allowed_origins", List.of("https://shop.example")));
        String path = "surveys/" + own.id() + "/responses";

        Reply foreign = Caller.anybody().with("Origin", "https://evil.example").post(path, json("Fine"));
        Reply home = Caller.anybody().with("Origin", "https://shop.example").post(path, json("Fine"));

        assertThat(foreign.status()).isEqualTo(403);
        assertProblem(foreign, "Origin");
        assertThat(home.status()).isEqualTo(201);
        own.counted(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\": 7}", "{\"brand\": \"\"}", "{\"brand\": \"Acme\", \"time_zone\": \"Mars\"}"})
    void a_bad_survey_gets_the_error_body_of_v1(String body) {
        Reply reply = Caller.owner().post("v1/surveys", body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.json()).containsEntry("status", 422).containsEntry("message", "Unprocessable Entity");
        assertThat(reply.json()).containsKey("errors");
    }

    private static Reply post(String body) {
        return Caller.anybody().post("surveys/" + survey.id() + "/responses", body);
    }

    private static String json(String comment) {
        return "{\"submissionId\": \"refused-0002\", \"score\": 9, \"comment\": \"" + comment + "\"}";
    }

    private static void assertProblem(Reply reply, String field) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.json()).containsEntry("status", reply.status()).containsKey("title");
        assertThat(fields(reply)).contains(field);
    }

    private static List<String> fields(Reply reply) {
        List<String> fields = new ArrayList<>();
        Survey.objects(reply.json(), "errors").forEach(error -> fields.add((String) error.get("field")));
        return fields;
    }
}
