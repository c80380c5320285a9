package likely.surveys;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import org.jspecify.annotations.Nullable;

/**
 * What one person said, once, in its newest edition.
 *
 * @param id decimal, see {@link ResponseId}
 * @param seq counts the sender's editions of it, from 1
 * @param rev counts the writes to it, whoever made them; only the store assigns it, 0 before it is stored
 * @param answers to the further questions: text, whole number, boolean or list of texts, by question
 * @param properties what the page, shop or call said of it
 * @param segments {@code name=value}, as counted when this edition was written
 * @param person the person's id when known
 * @param identity of a person whose signature was right: any of id, email, name
 * @param claim of a person unsigned or no longer valid: kept, never matched
 * @param day on which it counts: its moment in the survey's zone when first recorded
 * @param createdAt Unix seconds, of the first edition
 * @param updatedAt Unix seconds, of the newest
 * @param expiresAt Unix seconds, or null for never
 * @param limited whether it counts towards its survey's limit of answers
 * @param source of one that is suspect, since so many came from its place: the place's id for that day, else null
 * @param excluded whether the owner has taken it out of the count
 */
public record Response(
        String id,
        String survey,
        String submissionId,
        int seq,
        long rev,
        Score score,
        @Nullable String comment,
        Map<String, Object> answers,
        Map<String, String> properties,
        List<String> segments,
        @Nullable String person,
        Map<String, String> identity,
        Map<String, String> claim,
        @Nullable String locale,
        @Nullable String page,
        Touchpoint touchpoint,
        LocalDate day,
        long createdAt,
        long updatedAt,
        @Nullable Long expiresAt,
        boolean limited,
        @Nullable String source,
        boolean excluded) {

    public Response {
        answers = Map.copyOf(answers);
        properties = Map.copyOf(properties);
        segments = List.copyOf(segments);
        identity = Map.copyOf(identity);
        claim = Map.copyOf(claim);
    }

    /** One that nobody suspects and nobody has taken out of the count. */
    public Response(
            String id,
            String survey,
            String submissionId,
            int seq,
            long rev,
            Score score,
            @Nullable String comment,
            Map<String, Object> answers,
            Map<String, String> properties,
            List<String> segments,
            @Nullable String person,
            Map<String, String> identity,
            Map<String, String> claim,
            @Nullable String locale,
            @Nullable String page,
            Touchpoint touchpoint,
            LocalDate day,
            long createdAt,
            long updatedAt,
            @Nullable Long expiresAt,
            boolean limited) {
        this(
                id,
                survey,
                submissionId,
                seq,
                rev,
                score,
                comment,
                answers,
                properties,
                segments,
                person,
                identity,
                claim,
                locale,
                page,
                touchpoint,
                day,
                createdAt,
                updatedAt,
                expiresAt,
                limited,
                null,
                false);
    }

    /** With what its owner makes of it, and the segments that follow from that. */
    public Response changed(
            Score score,
            @Nullable String comment,
            Map<String, String> properties,
            List<String> segments,
            @Nullable String person) {
        return with(score, comment, properties, segments, person, updatedAt);
    }

    /** As written at a moment, in Unix seconds. */
    public Response updated(long updatedAt) {
        return with(score, comment, properties, segments, person, updatedAt);
    }

    private Response with(
            Score score,
            @Nullable String comment,
            Map<String, String> properties,
            List<String> segments,
            @Nullable String person,
            long updatedAt) {
        return new Response(
                id,
                survey,
                submissionId,
                seq,
                rev,
                score,
                comment,
                answers,
                properties,
                segments,
                person,
                identity,
                claim,
                locale,
                page,
                touchpoint,
                day,
                createdAt,
                updatedAt,
                expiresAt,
                limited,
                source,
                excluded);
    }

    public boolean suspect() {
        return source != null;
    }
}
