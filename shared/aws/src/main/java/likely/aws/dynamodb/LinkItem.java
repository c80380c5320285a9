package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.textMap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Touchpoint;
import likely.surveys.answering.Asked;
import likely.surveys.answering.MadeLink;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A link that was made without a mail, as an item of the table Invitations; docs/tables.md lists its attributes. */
final class LinkItem {
    static final String KIND = "link";

    /** One whose person was erased. */
    static final String FORGOTTEN = "link-forgotten";

    /** After a link's end its item is kept for whoever asks what became of it. */
    static final long KEPT_AFTERWARDS = 90 * 86_400L;

    private LinkItem() {}

    static Map<String, AttributeValue> write(MadeLink link) {
        Asked asked = link.asked();
        Map<String, AttributeValue> item = new LinkedHashMap<>(InvitationItem.key(asked.id()));
        item.put("kind", s(KIND));
        item.put("survey", s(asked.survey()));
        Optional.ofNullable(asked.person()).ifPresent(person -> {
            item.put("person", s(person));
            item.put("personKey", s(ResponseItem.timeKey(link.createdAt(), asked.id())));
        });
        item.put("properties", textMap(asked.properties()));
        item.put("touchpoint", s(asked.touchpoint().name().toLowerCase(Locale.ROOT)));
        item.put("answers", n(asked.answers()));
        item.put("createdAt", n(link.createdAt()));
        item.put("closesAt", n(link.closesAt()));
        item.put("expiresAt", n(link.closesAt() + KEPT_AFTERWARDS));
        return item;
    }

    static boolean isLink(Map<String, AttributeValue> item) {
        return KIND.equals(optionalText(item, "kind"));
    }

    static Asked asked(Map<String, AttributeValue> item) {
        String id = text(item, "id");
        return new Asked(
                id,
                text(item, "survey"),
                id,
                optionalText(item, "person"),
                null,
                textMap(item, "properties"),
                Touchpoint.valueOf(text(item, "touchpoint").toUpperCase(Locale.ROOT)),
                (int) number(item, "answers"));
    }

    static MadeLink read(Map<String, AttributeValue> item) {
        Long used = optionalNumber(item, "used");
        Long answered = optionalNumber(item, "answeredAt");
        long uses = used != null ? used : answered == null ? 0 : 1;
        return new MadeLink(asked(item), number(item, "createdAt"), number(item, "closesAt"), uses);
    }
}
