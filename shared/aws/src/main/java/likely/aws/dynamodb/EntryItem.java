package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.is;
import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.texts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Entry;
import likely.surveys.ledger.Ledger.Unreadable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ledger entry as an item of the table Scores. */
final class EntryItem {
    private EntryItem() {}

    static Map<String, AttributeValue> write(String response, Entry entry) {
        Map<String, AttributeValue> item = new HashMap<>(ScoreKeys.entry(response));
        item.put("version", n(entry.version()));
        item.put("rev", n(entry.rev()));
        if (entry.expired()) {
            item.put("expired", AttributeValue.fromBool(true));
        }
        Contribution counted = entry.counted();
        if (counted != null) {
            item.put("survey", s(counted.survey()));
            item.put("day", s(counted.day().toString()));
            item.put("score", n(counted.score().value()));
            if (!counted.segments().isEmpty()) {
                item.put("segments", texts(counted.segments()));
            }
            if (counted.limited()) {
                item.put("limited", AttributeValue.fromBool(true));
            }
        }
        return item;
    }

    static String response(Map<String, AttributeValue> item) {
        return text(item, "pk").substring(ScoreKeys.LEDGER.length());
    }

    /**
     * Reads an entry.
     *
     * @throws Unreadable when it is not as {@link #write} makes it
     */
    static Entry read(Map<String, AttributeValue> item) {
        try {
            return new Entry(number(item, "version"), number(item, "rev"), counted(item), is(item, "expired"));
        } catch (Malformed e) {
            throw new Unreadable(response(item), "ledger entry: " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) { // their messages quote what was counted
            throw new Unreadable(response(item), "ledger entry: what it counts is no contribution");
        }
    }

    private static @Nullable Contribution counted(Map<String, AttributeValue> item) {
        return item.containsKey("survey")
                ? new Contribution(
                        text(item, "survey"),
                        LocalDate.parse(text(item, "day")),
                        texts(item, "segments"),
                        Score.of((int) number(item, "score")),
                        is(item, "limited"))
                : null;
    }
}
