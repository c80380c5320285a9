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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import likely.scoring.Band;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An invitation as an item of the table Invitations; docs/tables.md lists its attributes. */
final class InvitationItem {
    /** The due index is spread over so many partitions; a dispatcher merges them. */
    static final int DUE_SHARDS = 4;

    private static final Set<String> KINDS =
            Stream.of(Invitation.Kind.values()).map(InvitationItem::lower).collect(Collectors.toUnmodifiableSet());

    private InvitationItem() {}

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", s(id));
    }

    /** A new one, with its place in the due index when it waits to be sent. */
    static Map<String, AttributeValue> write(Invitation invitation) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key(invitation.id()));
        item.put("survey", s(invitation.survey()));
        optional(item, "campaign", invitation.campaign());
        item.put("wave", s(invitation.wave()));
        item.put("kind", s(lower(invitation.kind())));
        item.put("occasion", s(lower(invitation.occasion())));
        if (!invitation.person().isEmpty()) {
            item.put("person", s(invitation.person())); // an index has it, and takes no empty key
        }
        item.put("personKey", s(ResponseItem.timeKey(invitation.createdAt(), invitation.id())));
        item.put("address", s(invitation.address()));
        item.put("asking", s(invitation.asking()));
        optional(item, "response", invitation.response());
        Optional.ofNullable(invitation.band()).ifPresent(band -> item.put("band", s(lower(band))));
        if (invitation.number() > 0) {
            item.put("number", n(invitation.number()));
        }
        if (!invitation.properties().isEmpty()) {
            item.put("properties", textMap(invitation.properties()));
        }
        item.put("dueAt", n(invitation.dueAt()));
        item.put("createdAt", n(invitation.createdAt()));
        item.put("state", s(lower(invitation.state())));
        optional(item, "reason", invitation.reason());
        Optional.ofNullable(invitation.sentAt()).ifPresent(at -> item.put("sentAt", n(at)));
        if (!invitation.state().settled()) {
            item.putAll(due(invitation.id(), invitation.dueAt()));
        }
        return item;
    }

    /** Where the due index has it; whoever settles an invitation removes both. */
    static Map<String, AttributeValue> due(String id, long at) {
        return Map.of("dueShard", s(dueShard(dueShardOf(id))), "dueKey", s(ResponseItem.timeKey(at, id)));
    }

    static String dueShard(int shard) {
        return "due#" + shard;
    }

    static int dueShardOf(String id) {
        return Math.floorMod(id.hashCode(), DUE_SHARDS);
    }

    /** Whether it is a planned mail: the table has other things too, under ids of their own. */
    static boolean isInvitation(Map<String, AttributeValue> item) {
        String kind = optionalText(item, "kind");
        return kind != null && KINDS.contains(kind);
    }

    /**
     * Reads an invitation.
     *
     * @throws Malformed naming the attribute that is not as it should be
     */
    static Invitation read(Map<String, AttributeValue> item) {
        return new Invitation(
                text(item, "id"),
                text(item, "survey"),
                optionalText(item, "campaign"),
                text(item, "wave"),
                one(Invitation.Kind.class, item, "kind"),
                one(Occasion.class, item, "occasion"),
                Objects.requireNonNullElse(optionalText(item, "person"), ""),
                text(item, "address"),
                text(item, "asking"),
                optionalText(item, "response"),
                item.containsKey("band") ? one(Band.class, item, "band") : null,
                (int) Optional.ofNullable(optionalNumber(item, "number"))
                        .orElse(0L)
                        .longValue(),
                textMap(item, "properties"),
                number(item, "dueAt"),
                number(item, "createdAt"),
                state(item),
                optionalText(item, "reason"),
                optionalNumber(item, "sentAt"));
    }

    static State state(Map<String, AttributeValue> item) {
        return one(State.class, item, "state");
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E one(Class<E> type, Map<String, AttributeValue> item, String name) {
        try {
            return Enum.valueOf(type, text(item, name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Malformed(name, "is none that is known");
        }
    }

    private static void optional(Map<String, AttributeValue> item, String name, @Nullable String text) {
        if (text != null) {
            item.put(name, s(text));
        }
    }
}
