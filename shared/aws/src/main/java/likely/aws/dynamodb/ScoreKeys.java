package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;

import java.time.LocalDate;
import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the table Scores. A survey's id has no {@code #}, a segment's name neither {@code #} nor {@code =}; a
 * value may have both, and comes last.
 */
final class ScoreKeys {
    /** A counter that is fought over is spread over so many items. */
    static final int COUNTER_SHARDS = 4;

    static final String LEDGER = "ledger#";
    static final String COUNT = "count#";
    static final String TOTAL = "total#";
    static final String VALUES = "values#";

    private ScoreKeys() {}

    static Map<String, AttributeValue> entry(String response) {
        return key(LEDGER + response, "ledger");
    }

    static Map<String, AttributeValue> counter(CounterKey counter, int shard) {
        return counter.day() == null
                ? key(TOTAL + counter.survey(), Integer.toString(shard))
                : key(counterPartition(counter.survey(), counter.segment()), counter.day() + "#" + shard);
    }

    static String counterPartition(String survey, @Nullable String segment) {
        return segment == null ? COUNT + survey : COUNT + survey + "#" + segment;
    }

    /** Which values of a segment have been counted at all, so that a table of them needs no scan. */
    static Map<String, AttributeValue> value(String survey, String segment) {
        int equals = segment.indexOf('=');
        return key(valuesPartition(survey, segment.substring(0, equals)), segment.substring(equals + 1));
    }

    static String valuesPartition(String survey, String name) {
        return VALUES + survey + "#" + name;
    }

    /** The counter that an item is a shard of. */
    static CounterKey counter(String pk, String sk) {
        if (pk.startsWith(TOTAL)) {
            return new CounterKey(pk.substring(TOTAL.length()), null, null);
        }
        String rest = pk.substring(COUNT.length());
        int hash = rest.indexOf('#');
        LocalDate day = LocalDate.parse(sk.substring(0, sk.indexOf('#')));
        return hash < 0
                ? new CounterKey(rest, null, day)
                : new CounterKey(rest.substring(0, hash), rest.substring(hash + 1), day);
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", s(pk), "sk", s(sk));
    }
}
