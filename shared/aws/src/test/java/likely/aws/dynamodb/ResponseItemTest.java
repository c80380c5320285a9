package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import likely.surveys.Answer;
import likely.surveys.Response;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ResponseItemTest {
    private final Response response = Answer.of("order-0001")
            .score(3)
            .comment("secret words")
            .segments("plan=pro")
            .limited()
            .first();

    @Test
    void an_image_holds_what_counts() {
        assertThat(ResponseItem.image(item(), false))
                .isEqualTo(new Image(response.id(), 5, Contribution.of(response), false));
    }

    @Test
    void a_tombstone_counts_as_nothing() {
        Map<String, AttributeValue> tombstone = ResponseItem.tombstone(item(), 1_800_000_000);

        assertThat(ResponseItem.image(tombstone, false)).isEqualTo(new Image(response.id(), 6, null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "id, id is missing or not text",
        "rev, rev is missing or not a number",
        "survey, survey is missing or not text",
        "day, day is missing or not text",
        "score, score is missing or not a number",
    })
    void an_attribute_that_is_missing_is_named(String attribute, String message) {
        Map<String, AttributeValue> item = item();
        item.remove(attribute);

        assertMalformed(item, message);
    }

    @ParameterizedTest
    @CsvSource({
        "rev, 0, rev is below 1",
        "rev, 1.5, rev is not a whole number",
        "score, 11, score is not from 0 to 10",
        "score, -1, score is not from 0 to 10",
        "score, 7.5, score is not a whole number",
        "score, 99999999999999999999, score is not a whole number",
        "score, 4294967305, score is not from 0 to 10",
        "day, 7, day is missing or not text",
        "survey, 7, survey is missing or not text",
    })
    void a_number_that_is_none_of_its_kind_is_named_and_not_quoted(String attribute, String number, String message) {
        Map<String, AttributeValue> item = item();
        item.put(attribute, AttributeValue.fromN(number));

        assertMalformed(item, message);
    }

    @ParameterizedTest
    @CsvSource({
        "day, yesterday, day is not a date",
        "day, 2026-02-30, day is not a date",
        "score, nine, score is missing or not a number",
        "segments, plan=pro, segments is not a list of texts",
        "survey, demo#plan=pro, survey is no survey's id",
        "survey, '', survey is no survey's id",
    })
    void a_text_that_is_none_of_its_kind_is_named_and_not_quoted(String attribute, String text, String message) {
        Map<String, AttributeValue> item = item();
        item.put(attribute, AttributeValue.fromS(text));

        assertMalformed(item, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "=secret", "plan=", ""})
    void a_segment_that_is_no_name_and_value_is_not_quoted(String segment) {
        Map<String, AttributeValue> item = item();
        item.put("segments", Attributes.texts(List.of("plan=pro", segment)));

        assertMalformed(item, "segments has one that is not name=value");
    }

    @Test
    void more_segments_than_one_commit_could_change_are_refused() {
        Map<String, AttributeValue> item = item();
        item.put(
                "segments",
                Attributes.texts(
                        IntStream.range(0, 41).mapToObj(i -> "s" + i + "=v").toList()));

        assertMalformed(item, "segments are more than 40");
    }

    @Test
    void a_moment_sorts_as_its_number_does() {
        assertThat(ResponseItem.timeKey(9)).isLessThan(ResponseItem.timeKey(10));
        assertThat(ResponseItem.timeKey(1_777_888_800, "7")).isEqualTo("001777888800#7");
    }

    private Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new HashMap<>(ResponseItem.lasting(response));
        ResponseItem.said(response).forEach((name, value) -> {
            if (value != null) {
                item.put(name, value);
            }
        });
        item.put("rev", AttributeValue.fromN("5"));
        return item;
    }

    private static void assertMalformed(Map<String, AttributeValue> item, String message) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> ResponseItem.image(item, false))
                .withMessage(message);
    }
}
