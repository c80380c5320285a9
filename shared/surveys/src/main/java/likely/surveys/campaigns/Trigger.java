package likely.surveys.campaigns;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.people.Relation;
import org.jspecify.annotations.Nullable;

/** What makes a campaign write. */
public sealed interface Trigger {
    /** People are asked on days that a schedule tells. */
    record Schedule(Days days, LocalTime at, boolean personsZone, Audience audience) implements Trigger {}

    /**
     * Somebody is asked after an event on the bus or by API.
     *
     * @param source of the event, or null for any
     * @param type the event's detail-type
     * @param key the field of its detail that makes it that event and no other, such as {@code order}
     * @param cancelledBy detail-types of events that call it off, found by the same key
     * @param properties which fields of the detail become properties of the answer, by property
     */
    record Event(
            @Nullable String source,
            String type,
            String key,
            Set<String> cancelledBy,
            Duration delay,
            Map<String, String> properties)
            implements Trigger {
        public Event {
            cancelledBy = Set.copyOf(cancelledBy);
            properties = Map.copyOf(properties);
        }
    }

    /** Somebody who answered is written to. */
    record Answer(Band band, Duration delay, Condition condition) implements Trigger {}

    /** On which days. */
    sealed interface Days {
        /**
         * An RFC 5545 recurrence.
         *
         * @param start the first day, by which the rule is told
         * @param rule without {@code RRULE:}
         */
        record Recurrence(LocalDate start, String rule) implements Days {}

        /** Everybody once in so many days, spread evenly over them; a person's own day stays the same. */
        record RollingPanel(LocalDate start, int days) implements Days {}

        /** So many days after somebody became a customer. */
        record AfterJoining(int days) implements Days {}
    }

    /**
     * Who of the people.
     *
     * @param relations empty for both
     * @param properties for each name the values of which one must be the person's; empty for everybody
     * @param percent of them, 1 to 100; whether somebody is in it stays the same
     */
    record Audience(Set<Relation> relations, Map<String, List<String>> properties, int percent) {
        public static final Audience CUSTOMERS = new Audience(Set.of(Relation.CUSTOMER), Map.of(), 100);

        public Audience {
            relations = Set.copyOf(relations);
            properties = Map.copyOf(properties);
        }
    }

    /**
     * Whom to write to after an answer.
     *
     * @param consent whether the person must have agreed to be contacted
     * @param comment whether there must be a comment (true), must be none (false), or either (null)
     * @param segments {@code name=value}, of which the answer must have each
     * @param uncontacted whether nobody may have written after this person's answer before
     */
    record Condition(boolean consent, @Nullable Boolean comment, List<String> segments, boolean uncontacted) {
        public Condition {
            segments = List.copyOf(segments);
        }
    }
}
