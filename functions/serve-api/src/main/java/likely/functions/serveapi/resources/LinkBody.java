package likely.functions.serveapi.resources;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.functions.serveapi.v1.Body;
import likely.surveys.Touchpoint;
import likely.surveys.json.Fields;

/**
 * What a call says of a link that is to be made.
 *
 * @param person as it was named, whoever that is
 * @param expires Unix seconds
 */
record LinkBody(
        Map<String, String> properties, Optional<String> person, int answers, long expires, Touchpoint touchpoint) {
    private static final int MOST_ANSWERS = 100_000;
    private static final long A_DAY = 86_400;
    private static final long USUAL_LIFE = 180 * A_DAY;
    private static final long LONGEST_LIFE = 2 * 366 * A_DAY;

    /** Where a link without a mail is handed over. */
    private enum Place {
        CALL(Touchpoint.CALL),
        CHECKOUT(Touchpoint.CHECKOUT),
        API(Touchpoint.API);

        private final Touchpoint touchpoint;

        Place(Touchpoint touchpoint) {
            this.touchpoint = touchpoint;
        }
    }

    /**
     * Reads it.
     *
     * @param now Unix seconds
     * @throws likely.surveys.json.Invalid naming every field that is wrong, and why
     */
    static LinkBody read(Body body, long now) {
        Fields fields = body.fields("answers", "expires_at");
        Map<String, String> properties = fields.properties(
                "properties", PersonBody.MOST_PROPERTIES, PersonBody.LONGEST_PROPERTY_NAME, PersonBody.LONGEST_VALUE);
        Optional<String> person = Optional.ofNullable(body.raw("person")).map(String::valueOf);
        int answers = Objects.requireNonNullElse(fields.integer("answers", 1, MOST_ANSWERS), 1);
        if (person.isPresent() && answers > 1) {
            fields.refuse("answers", "is more than 1, and one person has one answer");
        }
        long expires = Objects.requireNonNullElse(fields.seconds("expires_at"), now + USUAL_LIFE);
        if (expires <= now) {
            fields.refuse("expires_at", "is in the past");
        } else if (expires > now + LONGEST_LIFE) {
            fields.refuse("expires_at", "is more than two years ahead");
        }
        Place place = Objects.requireNonNullElse(fields.one("touchpoint", Place.class), Place.CALL);
        fields.check();
        return new LinkBody(
                Objects.requireNonNullElse(properties, Map.of()), person, answers, expires, place.touchpoint);
    }
}
