package likely.functions.announceresponses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.aws.dynamodb.Malformed;
import likely.aws.streams.ResponseChange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AnnouncementTest {
    private static final Map<String, AttributeValue> FIRST = item(1, "9", "plan=pro", "why=price", "why=speed=fast");
    private static final Map<String, AttributeValue> SECOND = item(2, "3", "plan=pro");
    private static final Map<String, AttributeValue> TOMBSTONE = Map.of(
            "id", s("7"),
            "survey", s("demo"),
            "submissionId", s("order-0001"),
            "rev", n("3"),
            "erased", AttributeValue.fromBool(true));

    @Test
    void a_new_response_is_recorded() {
        assertThat(Announcement.of(new ResponseChange(Map.of(), FIRST)))
                .isEqualTo(new Announcement(
                        "ResponseRecorded",
                        "7",
                        "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":1,\"touchpoint\":\"widget\",\"day\":\"2026-05-04\","
                                + "\"score\":9,\"band\":\"promoter\","
                                + "\"segments\":{\"plan\":[\"pro\"],\"why\":[\"price\",\"speed=fast\"]}}"));
    }

    @Test
    void an_edition_changes_it_and_says_what_it_was() {
        assertThat(Announcement.of(new ResponseChange(FIRST, SECOND)))
                .isEqualTo(new Announcement(
                        "ResponseChanged",
                        "7",
                        "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":2,\"touchpoint\":\"widget\",\"day\":\"2026-05-04\","
                                + "\"score\":3,\"band\":\"detractor\",\"segments\":{\"plan\":[\"pro\"]},"
                                + "\"previous\":{\"score\":9,\"band\":\"promoter\"}}"));
    }

    @Test
    void a_tombstone_removes_it() {
        assertThat(Announcement.of(new ResponseChange(SECOND, TOMBSTONE)))
                .isEqualTo(new Announcement(
                        "ResponseRemoved", "7", "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":3,\"reason\":\"erased\"}"));
    }

    @Test
    void what_the_owner_does_not_count_is_removed_and_comes_back_as_a_change() {
        Map<String, AttributeValue> excluded = new HashMap<>(SECOND);
        excluded.put("excluded", AttributeValue.fromBool(true));
        excluded.put("rev", n("3"));
        Map<String, AttributeValue> included = new HashMap<>(SECOND);
        included.put("rev", n("4"));

        assertThat(Announcement.of(new ResponseChange(SECOND, excluded)))
                .isEqualTo(new Announcement(
                        "ResponseRemoved",
                        "7",
                        "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":3,\"reason\":\"excluded\"}"));
        assertThat(Announcement.of(new ResponseChange(excluded, included)))
                .isEqualTo(new Announcement(
                        "ResponseChanged",
                        "7",
                        "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":4,\"touchpoint\":\"widget\",\"day\":\"2026-05-04\","
                                + "\"score\":3,\"band\":\"detractor\",\"segments\":{\"plan\":[\"pro\"]}}"));
    }

    @Test
    void an_expiry_removes_it_at_the_rev_that_it_had() {
        assertThat(Announcement.of(new ResponseChange(SECOND, Map.of())))
                .isEqualTo(new Announcement(
                        "ResponseRemoved", "7", "{\"id\":\"7\",\"survey\":\"demo\",\"rev\":2,\"reason\":\"expired\"}"));
    }

    @Test
    void a_response_that_was_mended_is_announced_though_it_was_none_before() {
        Map<String, AttributeValue> broken = new HashMap<>(FIRST);
        broken.remove("score");

        Announcement announcement = Announcement.of(new ResponseChange(broken, SECOND));

        assertThat(announcement.type()).isEqualTo("ResponseChanged");
        assertThat(announcement.detail()).contains("\"score\":3").doesNotContain("previous");
    }

    @Test
    void what_is_no_response_is_malformed() {
        Map<String, AttributeValue> broken = new HashMap<>(FIRST);
        broken.remove("score");

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Announcement.of(new ResponseChange(Map.of(), broken)))
                .withMessage("score is missing or not a number");
    }

    private static Map<String, AttributeValue> item(int rev, String score, String... segments) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", s("7"));
        item.put("survey", s("demo"));
        item.put("submissionId", s("order-0001"));
        item.put("rev", n(Integer.toString(rev)));
        item.put("score", n(score));
        item.put("day", s("2026-05-04"));
        item.put("touchpoint", s("widget"));
        item.put(
                "segments",
                AttributeValue.fromL(
                        List.of(segments).stream().map(AnnouncementTest::s).toList()));
        return item;
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }
}
