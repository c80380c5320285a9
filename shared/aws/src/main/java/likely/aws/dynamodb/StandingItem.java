package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What is known of an address, as an item of the table People. Its attributes are written one by one, each by who knows
 * of it, under conditions that name them; docs/tables.md lists them.
 */
final class StandingItem {
    private static final String PREFIX = "address#";

    private StandingItem() {}

    static Map<String, AttributeValue> key(String address) {
        return Map.of("pk", s(PREFIX + address));
    }

    /** The address's key, of an item. */
    static String address(Map<String, AttributeValue> item) {
        return text(item, "pk").substring(PREFIX.length());
    }

    /** Where it is noted when a survey was last asked for this occasion: {@code askedRelational}. */
    static String asked(Occasion occasion) {
        String name = occasion.name();
        return "asked" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** In a transaction: the address is nobody's any more, and keeps whether mail may go there and when it was asked. */
    static TransactWriteItem free(String table, String address, String person) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(address))
                        .updateExpression("REMOVE person, respondedAt")
                        .conditionExpression("person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person))))
                .build();
    }

    static Standing read(String address, Map<String, AttributeValue> item) {
        Map<Occasion, Long> asked = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            Optional.ofNullable(optionalNumber(item, asked(occasion))).ifPresent(at -> asked.put(occasion, at));
        }
        return new Standing(
                address,
                optionalText(item, "person"),
                optionalNumber(item, "unsubscribedAt"),
                set(item.get("unsubscribedFrom")),
                optionalNumber(item, "bouncedAt"),
                optionalNumber(item, "complainedAt"),
                (int) orZero(optionalNumber(item, "softBounces")),
                asked,
                optionalText(item, "askedBy"),
                optionalNumber(item, "respondedAt"),
                Optional.ofNullable(optionalNumber(item, "restDays"))
                        .map(Long::intValue)
                        .orElse(null));
    }

    private static Set<String> set(@Nullable AttributeValue value) {
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
