package likely.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's typed values to and from ours; what is not there or not of the type wanted is a {@link Malformed}. */
final class Attributes {
    private Attributes() {}

    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(Attributes::s).toList());
    }

    static AttributeValue textMap(Map<String, String> map) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(key, s(value)));
        return AttributeValue.fromM(values);
    }

    /** Texts, whole numbers, booleans and lists of texts. */
    static AttributeValue values(Map<String, Object> map) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(key, value(value)));
        return AttributeValue.fromM(values);
    }

    private static AttributeValue value(Object value) {
        if (value instanceof List<?> list) {
            return texts(list.stream().map(String::valueOf).toList());
        } else if (value instanceof Boolean bool) {
            return AttributeValue.fromBool(bool);
        }
        return value instanceof Number number ? n(number.longValue()) : s(value.toString());
    }

    static String text(Map<String, AttributeValue> item, String name) {
        String text = optionalText(item, name);
        if (text == null) {
            throw new Malformed(name, "is missing or not text");
        }
        return text;
    }

    static @Nullable String optionalText(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }

    static long number(Map<String, AttributeValue> item, String name) {
        Long number = optionalNumber(item, name);
        if (number == null) {
            throw new Malformed(name, "is missing or not a number");
        }
        return number;
    }

    static @Nullable Long optionalNumber(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.n() == null) {
            return null;
        }
        try {
            return Long.valueOf(value.n());
        } catch (NumberFormatException e) {
            throw new Malformed(name, "is not a whole number");
        }
    }

    static boolean is(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    static List<String> texts(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.hasL() || value.l().stream().anyMatch(one -> one.s() == null)) {
            throw new Malformed(name, "is not a list of texts");
        }
        return value.l().stream().map(AttributeValue::s).toList();
    }

    static Map<String, String> textMap(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        Map<String, String> map = new LinkedHashMap<>();
        if (value != null) {
            value.m().forEach((key, one) -> map.put(key, String.valueOf(one.s())));
        }
        return map;
    }

    static Map<String, Object> values(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        Map<String, Object> map = new LinkedHashMap<>();
        if (value != null) {
            value.m().forEach((key, one) -> map.put(key, plain(key, one)));
        }
        return map;
    }

    private static Object plain(String key, AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        } else if (value.n() != null) {
            return Long.valueOf(value.n()).intValue();
        } else if (value.bool() != null) {
            return value.bool();
        } else if (value.hasL()) {
            return value.l().stream().map(one -> String.valueOf(one.s())).toList();
        }
        throw new Malformed(key, "is of a kind that no answer has");
    }
}
