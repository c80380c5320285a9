package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;

import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of what a recount keeps in the table Scores; all of it expires. */
final class RecountKeys {
    static final String RECOUNT = "recount#";

    private RecountKeys() {}

    /** A run's place. */
    static Map<String, AttributeValue> run(String run) {
        return key(RECOUNT + run, "run");
    }

    /** A part of a place that is too large for one item; parts of different saves never share a key. */
    static Map<String, AttributeValue> part(String run, String save, int part) {
        return key(RECOUNT + run, "part#" + save + "#" + part);
    }

    /** When a counter was repaired. */
    static Map<String, AttributeValue> repaired(CounterKey counter) {
        Map<String, AttributeValue> shard = ScoreKeys.counter(counter, 0);
        return key("recount#repaired#" + Attributes.text(shard, "pk"), Attributes.text(shard, "sk"));
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", s(pk), "sk", s(sk));
    }
}
