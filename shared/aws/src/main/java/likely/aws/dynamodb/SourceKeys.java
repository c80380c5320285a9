package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.s;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the table Sources; docs/tables.md lists them. */
final class SourceKeys {
    private SourceKeys() {}

    static Map<String, AttributeValue> salt(String day) {
        return Map.of("pk", s("salt#" + day), "sk", s("salt"));
    }

    static Map<String, AttributeValue> count(String source, long hour) {
        return Map.of("pk", s("count#" + source), "sk", s(Long.toString(hour)));
    }

    static String places(String survey) {
        return "places#" + survey;
    }
}
