package likely.surveys.people;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be asked. One item for each address, however it is spelled.
 *
 * @param id decimal
 * @param email as it was given; or null for who has a phone alone
 * @param phone in E.164, or null
 * @param zone in which hours are told to this person, when known
 * @param locale BCP 47, when known
 * @param properties what the owner said of the person, the newest word for each name
 * @param surveys those that this person was added for: a survey's key sees its own people
 * @param customerSince Unix seconds, or null when nobody said
 * @param createdAt Unix seconds
 * @param updatedAt Unix seconds
 * @param version raised by each change
 */
public record Person(
        String id,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String name,
        Relation relation,
        @Nullable ZoneId zone,
        @Nullable String locale,
        Map<String, String> properties,
        Set<String> surveys,
        @Nullable Long customerSince,
        long createdAt,
        long updatedAt,
        long version) {

    public Person {
        properties = Map.copyOf(properties);
        surveys = Set.copyOf(surveys);
    }

    /** The next version. */
    Person changed(long now) {
        return new Person(
                id,
                email,
                phone,
                name,
                relation,
                zone,
                locale,
                properties,
                surveys,
                customerSince,
                createdAt,
                now,
                version + 1);
    }

    /** The same, no longer known to a survey. */
    Person without(String survey) {
        Set<String> others = new LinkedHashSet<>(surveys);
        others.remove(survey);
        return new Person(
                id,
                email,
                phone,
                name,
                relation,
                zone,
                locale,
                properties,
                others,
                customerSince,
                createdAt,
                updatedAt,
                version);
    }

    /** Whom that survey's key may see. */
    public boolean isKnownTo(String survey) {
        return surveys.contains(survey);
    }
}
