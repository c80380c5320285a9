package likely.functions.announceresponses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import likely.aws.streams.ResponseChange;
import likely.surveys.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever a person said or a page told stays in the store. */
class AnnouncementLawsTest {
    /** Marked, so that it would be found wherever it went. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().ofMaxLength(30).map(text -> "said" + text);
    }

    @Property
    void anAnnouncementHasNothingThatWasSaid(@ForAll("words") String said, @ForAll("words") String before) {
        assertSilent(new ResponseChange(Map.of(), item(1, said)));
        assertSilent(new ResponseChange(item(1, before), item(2, said)));
        assertSilent(new ResponseChange(item(2, said), Map.of()));
        assertSilent(new ResponseChange(item(2, said), tombstone()));
    }

    private static void assertSilent(ResponseChange change) {
        Announcement announcement = Announcement.of(change);
        assertThat(announcement.detail()).doesNotContain("said");
        assertThat(Json.object(announcement.detail()).keySet())
                .isSubsetOf(
                        "id", "survey", "rev", "touchpoint", "day", "score", "band", "segments", "previous", "reason");
    }

    /** A response in which everything that a person can say is said. */
    private static Map<String, AttributeValue> item(int rev, String said) {
        AttributeValue text = AttributeValue.fromS(said);
        AttributeValue map = AttributeValue.fromM(Map.of(said, text, "email", text));
        Map<String, AttributeValue> item = new HashMap<>(tombstone());
        item.remove("erased");
        item.put("rev", AttributeValue.fromN(Integer.toString(rev)));
        item.put("score", AttributeValue.fromN("9"));
        item.put("day", AttributeValue.fromS("2026-05-04"));
        item.put("touchpoint", AttributeValue.fromS("widget"));
        item.put("submissionId", text);
        item.put("comment", text);
        item.put("answers", map);
        item.put("properties", map);
        item.put("identity", map);
        item.put("claim", map);
        item.put("person", text);
        item.put("locale", text);
        item.put("page", text);
        return item;
    }

    private static Map<String, AttributeValue> tombstone() {
        return Map.of(
                "id", AttributeValue.fromS("7"),
                "survey", AttributeValue.fromS("demo"),
                "rev", AttributeValue.fromN("3"),
                "erased", AttributeValue.fromBool(true));
    }
}
