package likely.surveys;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.scoring.Band;
import likely.surveys.Survey.Labels;
import likely.surveys.json.Fields;
import likely.surveys.texts.Language;
import likely.surveys.texts.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own labels, follow-ups and thanks in a survey's document. One that says what is shipped in English is none:
 * surveys were once stored with all of those words, and so they speak their language like any other.
 */
final class OwnTexts {
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_TEXT = 500;

    private static final Texts SHIPPED = Texts.in(Language.ENGLISH);

    private OwnTexts() {}

    static Labels labels(@Nullable Fields fields, Labels base) {
        return fields == null
                ? base
                : new Labels(
                        own(fields, "low", LONGEST_LABEL, "label.low", base.low()),
                        own(fields, "high", LONGEST_LABEL, "label.high", base.high()));
    }

    static Map<String, Object> write(Labels labels) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("low", labels.low());
        document.put("high", labels.high());
        return document;
    }

    /** @param keys what the keys of the shipped texts begin with */
    static Map<Band, String> byBand(@Nullable Fields fields, String keys, Map<Band, String> base) {
        if (fields == null) {
            return base;
        }
        Map<Band, String> texts = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            String name = SurveyDocument.lower(band);
            String text = own(fields, name, LONGEST_TEXT, keys + name, base.get(band));
            if (text != null) {
                texts.put(band, text);
            }
        }
        return texts;
    }

    static Map<String, Object> write(Map<Band, String> texts) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            if (texts.containsKey(band)) {
                document.put(SurveyDocument.lower(band), texts.get(band));
            }
        }
        return document;
    }

    /** What is given in the place of what there was; null, like the shipped words, takes the owner's back. */
    private static @Nullable String own(Fields fields, String name, int longest, String key, @Nullable String base) {
        if (!fields.has(name)) {
            return fields.cleared(name) ? null : base;
        }
        String text = fields.text(name, longest);
        return SHIPPED.text(key).equals(text) ? null : text;
    }
}
