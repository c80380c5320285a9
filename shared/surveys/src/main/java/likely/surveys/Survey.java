package likely.surveys;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.scoring.Band;
import likely.surveys.invitations.Occasion;
import likely.surveys.outreach.Outreach;
import likely.surveys.people.Relation;
import likely.surveys.widget.Widget;
import org.jspecify.annotations.Nullable;

/**
 * One question set with its rules. Delighted calls it a project.
 *
 * @param id in addresses and in {@code data-survey}: lower case letters, digits and hyphens
 * @param name what its owner calls it
 * @param languages BCP 47 tags; the first is the default
 * @param labels the owner's own words at the ends of the scale, in the default language
 * @param followUps the owner's own question after the score, by band; the language's for a band that is not in it
 * @param thanks the owner's own words at the end, by band; the language's for a band that is not in it
 * @param questions the further questions, in order
 * @param origins the web origins whose pages may record answers; empty allows every origin
 * @param zone in which an answer's day is told
 * @param formerZones in which it was told before; answers keep the day that they were given then
 * @param segments names of the properties and closed questions that are counted, 20 at most
 * @param target the NPS that is aimed for, or null
 * @param retentionDays after how many days an answer expires, or null for never
 * @param asks whom it asks: one that asks prospects has a score of its own, apart from the customers'
 * @param outreach how it reaches people by mail
 * @param widget how it asks in pages
 * @param createdAt Unix seconds
 * @param updatedAt Unix seconds
 * @param version raised by each change
 */
public record Survey(
        String id,
        String name,
        Subject subject,
        Labels labels,
        List<String> languages,
        Map<Band, String> followUps,
        Map<Band, String> thanks,
        List<Question> questions,
        List<String> origins,
        ZoneId zone,
        List<ZoneId> formerZones,
        List<String> segments,
        Limits limits,
        @Nullable Integer target,
        @Nullable Integer retentionDays,
        Relation asks,
        Outreach outreach,
        Widget widget,
        long createdAt,
        long updatedAt,
        long version) {

    public Survey {
        languages = List.copyOf(languages);
        followUps = Map.copyOf(followUps);
        thanks = Map.copyOf(thanks);
        questions = List.copyOf(questions);
        origins = List.copyOf(origins);
        formerZones = List.copyOf(formerZones);
        segments = List.copyOf(segments);
    }

    /** The owner's own words at the two ends of the row from 0 to 10; null for the language's. */
    public record Labels(@Nullable String low, @Nullable String high) {
        public static final Labels NONE = new Labels(null, null);
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** Why somebody is asked in a page: an experience is one order or call, and anything else the relation as a whole. */
    public Occasion occasion() {
        return subject.kind() == Subject.Kind.EXPERIENCE ? Occasion.TRANSACTIONAL : Occasion.RELATIONAL;
    }

    /** A page that is no web page's (a server, an app) sends no origin, and is not what this list is against. */
    public boolean allows(@Nullable String origin) {
        return origins.isEmpty() || origin == null || origins.contains(origin);
    }
}
