package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    /** When each survey was answered in a page, by the survey's id. */
    static final String RESPONDED = "responded";

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
        return "asked" + name(occasion);
    }

    /** Where it is noted when one was last closed without an answer: {@code dismissedRelational}. */
    static String dismissed(Occasion occasion) {
        return "dismissed" + name(occasion);
    }

    private static String name(Occasion occasion) {
        String name = occasion.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** In a transaction: the address is nobody's any more, and keeps whether mail may go there and when it was asked. */
    static TransactWriteItem free(String table, String address, String person) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(address))
                        .updateExpression(
                                "REMOVE person, respondedAt, responded, dismissedRelational, dismissedTransactional")
                        .conditionExpression("person = :person")
                        .expressionAttributeValues(Map.of(":person", s(person))))
                .build();
    }

    static Standing read(String address, Map<String, AttributeValue> item) {
        return new Standing(
                address,
                optionalText(item, "person"),
                optionalNumber(item, "unsubscribedAt"),
                set(item.get("unsubscribedFrom")),
                optionalNumber(item, "bouncedAt"),
                optionalNumber(item, "complainedAt"),
                (int) orZero(optionalNumber(item, "softBounces")),
                byOccasion(item, StandingItem::asked),
                optionalText(item, "askedBy"),
                optionalNumber(item, "respondedAt"),
                Optional.ofNullable(optionalNumber(item, "restDays"))
                        .map(Long::intValue)
                        .orElse(null),
                byOccasion(item, StandingItem::dismissed),
                responded(item));
    }

    private static Map<Occasion, Long> byOccasion(
            Map<String, AttributeValue> item, Function<Occasion, String> attribute) {
        Map<Occasion, Long> moments = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            Optional.ofNullable(optionalNumber(item, attribute.apply(occasion)))
                    .ifPresent(at -> moments.put(occasion, at));
        }
        return moments;
    }

    private static Map<String, Long> responded(Map<String, AttributeValue> item) {
        AttributeValue surveys = item.get(RESPONDED);
        Map<String, Long> moments = new LinkedHashMap<>();
        if (surveys != null) {
            surveys.m().forEach((survey, at) -> moments.put(survey, Long.valueOf(at.n())));
        }
        return moments;
    }

    private static Set<String> set(@Nullable AttributeValue value) {
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
