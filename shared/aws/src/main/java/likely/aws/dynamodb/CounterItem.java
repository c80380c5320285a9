package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.optionalNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.recount.Bins;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One of the items of the table Scores that make up a counter. */
final class CounterItem {
    /** In the order of {@link Bins}. */
    static final List<String> NUMBERS = List.of("b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "n");

    private CounterItem() {}

    static Bins read(Map<String, AttributeValue> item) {
        long[] numbers = new long[Bins.SIZE];
        for (int i = 0; i < Bins.SIZE; i++) {
            Long number = optionalNumber(item, NUMBERS.get(i));
            numbers[i] = number == null ? 0 : number;
        }
        return Bins.of(numbers);
    }

    /** The place of a counter's item among its shards. */
    static int shard(String sk) {
        return Integer.parseInt(sk.substring(sk.lastIndexOf('#') + 1));
    }

    /** Adds a difference; the values are named like the attributes. */
    static String adding(Bins difference, Map<String, AttributeValue> values) {
        List<String> adds = new ArrayList<>();
        for (int i = 0; i < Bins.SIZE; i++) {
            if (difference.at(i) != 0) {
                adds.add(NUMBERS.get(i) + " :" + NUMBERS.get(i));
                values.put(":" + NUMBERS.get(i), n(difference.at(i)));
            }
        }
        return "ADD " + String.join(", ", adds);
    }

    /** That an item has these numbers still; one that was nothing may be absent. */
    record AsRead(String condition, Map<String, AttributeValue> values) {
        static AsRead of(Bins bins) {
            List<String> conditions = new ArrayList<>();
            Map<String, AttributeValue> values = new HashMap<>();
            for (int i = 0; i < Bins.SIZE; i++) {
                String name = NUMBERS.get(i);
                String read = ":read_" + name;
                values.put(read, n(bins.at(i)));
                conditions.add(
                        bins.at(i) == 0
                                ? "(attribute_not_exists(" + name + ") OR " + name + " = " + read + ")"
                                : name + " = " + read);
            }
            return new AsRead(String.join(" AND ", conditions), values);
        }
    }
}
