package likely.surveys.campaigns;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import likely.surveys.campaigns.Trigger.Audience;
import likely.surveys.json.Fields;
import likely.surveys.people.Relation;
import org.jspecify.annotations.Nullable;

/** The part {@code audience} of a schedule. */
final class AudienceDocument {
    private static final Audience EVERYBODY = new Audience(Set.of(), Map.of(), 100);
    private static final int MOST = 50;
    private static final int LONGEST = 250;

    private AudienceDocument() {}

    static Audience read(@Nullable Fields fields) {
        if (fields == null) {
            return EVERYBODY;
        }
        return new Audience(
                relations(fields),
                properties(fields.object("properties")),
                requireNonNullElse(fields.integer("percent", 1, 100), 100));
    }

    private static Set<Relation> relations(Fields fields) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        List<String> given = requireNonNullElse(fields.texts("relations", MOST, LONGEST), List.of());
        for (int i = 0; i < given.size(); i++) {
            try {
                relations.add(Relation.valueOf(given.get(i).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                fields.refuse("relations[" + i + "]", "is not one of customer, prospect");
            }
        }
        return relations;
    }

    private static Map<String, List<String>> properties(@Nullable Fields fields) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        if (fields != null) {
            if (fields.names().size() > MOST) {
                fields.refuse("", "has more than " + MOST + " entries");
            }
            for (String name : fields.names()) {
                List<String> values = fields.texts(name, MOST, LONGEST);
                if (values != null && values.isEmpty()) {
                    fields.refuse(name, "is empty");
                } else if (values != null) {
                    properties.put(name, values);
                }
            }
        }
        return properties;
    }

    static Map<String, Object> write(Audience audience) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "relations",
                audience.relations().stream()
                        .map(TriggerDocument::lower)
                        .sorted()
                        .toList());
        json.put("properties", audience.properties());
        json.put("percent", audience.percent());
        return json;
    }
}
