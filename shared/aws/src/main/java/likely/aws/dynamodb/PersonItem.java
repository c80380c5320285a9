package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.textMap;
import static likely.aws.dynamodb.Attributes.texts;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A person as an item of the table People; docs/tables.md lists its attributes. */
final class PersonItem {
    private PersonItem() {}

    static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", s("person#" + id));
    }

    static Map<String, AttributeValue> write(Person person) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key(person.id()));
        item.put("id", s(person.id()));
        Optional.ofNullable(person.email()).ifPresent(email -> item.put("email", s(email)));
        Optional.ofNullable(person.phone()).ifPresent(phone -> item.put("phone", s(phone)));
        Optional.ofNullable(person.name()).ifPresent(name -> item.put("name", s(name)));
        item.put("relation", s(person.relation().name().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(person.zone()).ifPresent(zone -> item.put("zone", s(zone.getId())));
        Optional.ofNullable(person.locale()).ifPresent(locale -> item.put("locale", s(locale)));
        item.put("properties", textMap(person.properties()));
        item.put("surveys", Attributes.texts(person.surveys().stream().sorted().toList()));
        Optional.ofNullable(person.customerSince()).ifPresent(since -> item.put("customerSince", n(since)));
        item.put("createdAt", n(person.createdAt()));
        item.put("updatedAt", n(person.updatedAt()));
        item.put("version", n(person.version()));
        item.put("listShard", s(listShard(Math.floorMod(person.id().hashCode(), People.SHARDS))));
        item.put("listKey", s(ResponseItem.timeKey(person.createdAt(), person.id())));
        return item;
    }

    static String listShard(int shard) {
        return "people#" + shard;
    }

    /**
     * Reads a person.
     *
     * @throws Malformed naming the attribute that is not as it should be
     */
    static Person read(Map<String, AttributeValue> item) {
        return new Person(
                text(item, "id"),
                optionalText(item, "email"),
                optionalText(item, "phone"),
                optionalText(item, "name"),
                Relation.valueOf(text(item, "relation").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(optionalText(item, "zone")).map(ZoneId::of).orElse(null),
                optionalText(item, "locale"),
                textMap(item, "properties"),
                Set.copyOf(texts(item, "surveys")),
                optionalNumber(item, "customerSince"),
                number(item, "createdAt"),
                number(item, "updatedAt"),
                number(item, "version"));
    }
}
