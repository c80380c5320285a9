package likely.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item's size as DynamoDB bills it, by the developer guide's page "DynamoDB item sizes and formats". */
public final class ItemSize {
    private static final int WRITE_UNIT = 1024;

    private ItemSize() {}

    /** Write units of a plain write; a transactional one costs twice as many. */
    public static long writeUnits(Map<String, AttributeValue> item) {
        return Math.max(1, (bytes(item) + WRITE_UNIT - 1) / WRITE_UNIT);
    }

    /** Bytes of names and values. */
    public static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> utf8(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N ->
                (value.n().replaceAll("[-.]", "").length() + 1) / 2
                        + 1
                        + (value.n().startsWith("-") ? 1 : 0);
            case BOOL, NUL -> 1;
            case L -> 3 + value.l().stream().mapToLong(one -> 1 + bytes(one)).sum();
            case M -> 3 + value.m().size() + bytes(value.m());
            default -> throw new IllegalArgumentException("No item of ours has " + value.type());
        };
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
