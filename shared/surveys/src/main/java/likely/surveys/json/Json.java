package likely.surveys.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON text to and from plain maps, lists, strings, numbers and booleans; strict about what it reads. */
public final class Json {
    private static final int DEEPEST = 8;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private static final JSON JR =
            JSON.builder(FACTORY).enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @throws Invalid naming {@code body}, for anything but one well-formed object without duplicate keys, at most
     *     eight levels deep
     */
    public static Map<String, Object> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != com.fasterxml.jackson.core.JsonToken.START_OBJECT) {
                throw new Invalid("body", "is not a JSON object");
            }
            Map<String, Object> object = JR.mapFrom(parser);
            if (parser.nextToken() != null) {
                throw new Invalid("body", "has something behind its JSON object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw new Invalid(
                    "body", "is nested deeper than " + DEEPEST + " levels, or has an overlong number or name");
        } catch (JsonProcessingException e) {
            throw new Invalid("body", reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object of texts whose names keep their order, which is what makes two replies the same to the byte. */
    public static Map<String, String> texts(String first, String one, String second, String other) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put(first, one);
        object.put(second, other);
        return object;
    }

    /** Writes a map, list or scalar as JSON. */
    public static String write(Object value) {
        try {
            return JR.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser's own message quotes the text, which may hold an answer: only the place is passed on. */
    private static String reason(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String what = message.startsWith("Duplicate field") ? "has a duplicate key" : "is not well-formed JSON";
        return e.getLocation() == null
                ? what
                : what + " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
