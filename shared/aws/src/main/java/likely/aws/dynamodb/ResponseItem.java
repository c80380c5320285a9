package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.is;
import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;
import static likely.aws.dynamodb.Attributes.text;
import static likely.aws.dynamodb.Attributes.textMap;
import static likely.aws.dynamodb.Attributes.texts;
import static likely.aws.dynamodb.Attributes.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.Segments;
import likely.surveys.Touchpoint;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A response as an item of the table Responses; docs/tables.md lists its attributes. */
public final class ResponseItem {
    /** The time index is spread over so many partitions a survey; a reader merges them. */
    static final int TIME_SHARDS = 4;

    /** What does not count has a partition of its own there, so that whoever counts does not even read it. */
    private static final String EXCLUDED_SHARD = "excluded";

    private static final Pattern NAME_AND_VALUE = Pattern.compile("[^=]+=.+", Pattern.DOTALL);

    private ResponseItem() {}

    /** What belongs to the first edition and stays: never written again. */
    static Map<String, AttributeValue> lasting(Response response) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        item.put("id", s(response.id()));
        item.put("survey", s(response.survey()));
        item.put("submissionId", s(response.submissionId()));
        item.put("day", s(response.day().toString()));
        item.put("createdAt", n(response.createdAt()));
        item.put("timeShard", s(timeShard(response.survey(), response.id(), response.excluded())));
        item.put("timeKey", s(timeKey(response.createdAt(), response.id())));
        Optional.ofNullable(response.expiresAt()).ifPresent(at -> item.put("expiresAt", n(at)));
        Optional.ofNullable(response.source()).ifPresent(source -> item.put("source", s(source)));
        return item;
    }

    /** What the owner's word makes of a response; null for what is taken away. */
    static Map<String, @Nullable AttributeValue> excluded(Response response, boolean excluded) {
        Map<String, @Nullable AttributeValue> item = new LinkedHashMap<>();
        item.put("excluded", excluded ? AttributeValue.fromBool(true) : null);
        item.put("timeShard", s(timeShard(response.survey(), response.id(), excluded)));
        return item;
    }

    /** What each edition says anew; null for what it does not have, and an older edition may have had. */
    static Map<String, @Nullable AttributeValue> said(Response response) {
        Map<String, @Nullable AttributeValue> item = new LinkedHashMap<>();
        item.put("seq", n(response.seq()));
        item.put("score", n(response.score().value()));
        item.put("comment", optional(response.comment()));
        item.put("answers", response.answers().isEmpty() ? null : values(response.answers()));
        item.put("properties", response.properties().isEmpty() ? null : textMap(response.properties()));
        item.put("segments", response.segments().isEmpty() ? null : texts(response.segments()));
        // Set by whoever knows the person; an edition from a page says nothing of it, and must not take it away.
        Optional.ofNullable(response.person()).ifPresent(person -> item.put("person", s(person)));
        item.put("identity", response.identity().isEmpty() ? null : textMap(response.identity()));
        item.put("claim", response.claim().isEmpty() ? null : textMap(response.claim()));
        item.put("locale", optional(response.locale()));
        item.put("page", optional(response.page()));
        item.put("touchpoint", s(response.touchpoint().name().toLowerCase(Locale.ROOT)));
        item.put("updatedAt", n(response.updatedAt()));
        item.put("limited", response.limited() ? AttributeValue.fromBool(true) : null);
        return item;
    }

    /** Where the index of updates has a response that changed after its first write. */
    static Map<String, AttributeValue> update(String survey, String id, long at) {
        return Map.of("updateShard", s(timeShard(survey, shardOf(id))), "updateKey", s(timeKey(at, id)));
    }

    /** What remains of a response that is erased: that it was, at its next rev, which keeps it from coming back. */
    static Map<String, AttributeValue> tombstone(Map<String, AttributeValue> erased, long at) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(erased);
        item.keySet().retainAll(Set.of("id", "survey", "submissionId", "seq"));
        Long rev = optionalNumber(erased, "rev");
        item.put("rev", n(rev == null ? 1 : rev + 1));
        item.put("erased", AttributeValue.fromBool(true));
        item.put("updatedAt", n(at));
        return item;
    }

    static boolean isErased(Map<String, AttributeValue> item) {
        return is(item, "erased");
    }

    /** Whether the owner has taken it out of the count. */
    public static boolean isExcluded(Map<String, AttributeValue> item) {
        return is(item, "excluded");
    }

    /**
     * Reads a whole response.
     *
     * @throws Malformed naming the attribute that is not as it should be
     */
    public static Response read(Map<String, AttributeValue> item) {
        return new Response(
                text(item, "id"),
                text(item, "survey"),
                text(item, "submissionId"),
                (int) number(item, "seq"),
                number(item, "rev"),
                score(item),
                optionalText(item, "comment"),
                values(item, "answers"),
                textMap(item, "properties"),
                texts(item, "segments"),
                optionalText(item, "person"),
                textMap(item, "identity"),
                textMap(item, "claim"),
                optionalText(item, "locale"),
                optionalText(item, "page"),
                Touchpoint.valueOf(text(item, "touchpoint").toUpperCase(Locale.ROOT)),
                day(item),
                number(item, "createdAt"),
                number(item, "updatedAt"),
                optionalNumber(item, "expiresAt"),
                is(item, "limited"),
                optionalText(item, "source"),
                isExcluded(item));
    }

    /** Reads only what counts. */
    public static Image image(Map<String, AttributeValue> item, boolean expired) {
        String id = text(item, "id");
        long rev = number(item, "rev");
        if (rev < 1) {
            throw new Malformed("rev", "is below 1");
        }
        if (isErased(item) || isExcluded(item)) {
            return new Image(id, rev, null, expired);
        }
        Contribution contribution =
                new Contribution(survey(item), day(item), segments(item), score(item), is(item, "limited"));
        return new Image(id, rev, contribution, expired);
    }

    /** A part of the keys of counters, which it must not shift. */
    private static String survey(Map<String, AttributeValue> item) {
        String survey = text(item, "survey");
        if (survey.isEmpty() || survey.contains("#")) {
            throw new Malformed("survey", "is no survey's id");
        }
        return survey;
    }

    /** So many that an answer can change all of them in one transaction, and no more. */
    private static List<String> segments(Map<String, AttributeValue> item) {
        List<String> segments = texts(item, "segments");
        if (segments.size() > Segments.MOST_VALUES) {
            throw new Malformed("segments", "are more than " + Segments.MOST_VALUES);
        }
        if (!segments.stream()
                .allMatch(segment -> NAME_AND_VALUE.matcher(segment).matches())) {
            throw new Malformed("segments", "has one that is not name=value");
        }
        return segments;
    }

    private static Score score(Map<String, AttributeValue> item) {
        long score = number(item, "score");
        if (score < 0 || score > 10) {
            throw new Malformed("score", "is not from 0 to 10");
        }
        return Score.of((int) score);
    }

    private static LocalDate day(Map<String, AttributeValue> item) {
        try {
            return LocalDate.parse(text(item, "day"));
        } catch (DateTimeException e) {
            throw new Malformed("day", "is not a date");
        }
    }

    private static String timeShard(String survey, String id, boolean excluded) {
        return excluded ? excludedShard(survey) : timeShard(survey, shardOf(id));
    }

    static String excludedShard(String survey) {
        return survey + "#" + EXCLUDED_SHARD;
    }

    static String timeShard(String survey, int shard) {
        return survey + "#" + shard;
    }

    static int shardOf(String id) {
        return Math.floorMod(id.hashCode(), TIME_SHARDS);
    }

    /** Sorts as its number does; ids break the ties within a second. */
    static String timeKey(long seconds, String id) {
        return timeKey(seconds) + "#" + id;
    }

    /** The moment in Unix seconds that a key of this kind begins with. */
    static long moment(String timeKey) {
        return Long.parseLong(timeKey.substring(0, timeKey.indexOf('#')));
    }

    static String timeKey(long seconds) {
        return String.format(Locale.ROOT, "%012d", seconds);
    }

    private static @Nullable AttributeValue optional(@Nullable String text) {
        return text == null ? null : s(text);
    }
}
