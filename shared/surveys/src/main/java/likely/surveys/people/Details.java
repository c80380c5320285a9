package likely.surveys.people;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of somebody; null for what it does not say.
 *
 * @param email by which the person is found, and which becomes theirs
 * @param emailUpdate the address that takes its place
 * @param phone in E.164; by which the person is found when no email finds anybody
 * @param phoneUpdate the number that takes its place
 * @param properties over those that are known
 * @param unset names of properties that are no longer so
 * @param customerSince Unix seconds
 */
public record Details(
        @Nullable String email,
        @Nullable String emailUpdate,
        @Nullable String phone,
        @Nullable String phoneUpdate,
        @Nullable String name,
        @Nullable Relation relation,
        @Nullable ZoneId zone,
        Map<String, String> properties,
        Set<String> unset,
        @Nullable Long customerSince) {

    /** All that anybody ever said of one person, within what an item may hold. */
    private static final int MOST_PROPERTIES = 100;

    public Details {
        properties = Map.copyOf(properties);
        unset = Set.copyOf(unset);
    }

    /** Of whom an address alone is known, and maybe a name. */
    public static Details of(String email, @Nullable String name) {
        return new Details(email, null, null, null, name, null, null, Map.of(), Set.of(), null);
    }

    /** Somebody with all that is said over what was known, for a survey that knows them from now on. */
    Person of(Person known, String survey) {
        Map<String, String> merged = new LinkedHashMap<>(known.properties());
        merged.putAll(properties);
        unset.forEach(merged::remove);
        if (merged.size() > MOST_PROPERTIES) {
            throw new Invalid("properties", "would be more than " + MOST_PROPERTIES + " of one person");
        }
        Set<String> surveys = new LinkedHashSet<>(known.surveys());
        surveys.add(survey);
        return new Person(
                known.id(),
                first(emailUpdate, email, known.email()),
                first(phoneUpdate, phone, known.phone()),
                first(name, known.name()),
                Objects.requireNonNullElse(relation, known.relation()),
                first(zone, known.zone()),
                SpecialProperties.of(properties).locale().orElse(known.locale()),
                merged,
                surveys,
                first(customerSince, known.customerSince()),
                known.createdAt(),
                known.updatedAt(),
                known.version());
    }

    /** Which field says the email address. */
    String emailField() {
        return emailUpdate == null ? "email" : "email_update";
    }

    String phoneField() {
        return phoneUpdate == null ? "phone_number" : "phone_number_update";
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
