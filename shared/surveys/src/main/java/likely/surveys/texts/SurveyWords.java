package likely.surveys.texts;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Question;
import likely.surveys.Subject.Kind;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * What a survey says in one language: in mails, on its page and in the widget. The campaign's own words go first, then
 * the survey's, then the shipped ones.
 */
public final class SurveyWords {
    private static final List<String> EXPERIENCES = List.of("experience.after_purchase", "experience.after_support");

    private final Kind kind;
    private final Texts texts;
    private final Map<String, Object> values;

    private SurveyWords(Kind kind, Texts texts, Map<String, Object> values) {
        this.kind = kind;
        this.texts = texts;
        this.values = values;
    }

    /**
     * The words for somebody.
     *
     * @param wanted a language tag, or what a browser sends; null for the survey's own language
     */
    public static SurveyWords of(Survey survey, @Nullable Campaign campaign, @Nullable String wanted) {
        Map<String, Map<String, String>> surveys = survey.outreach().texts();
        Map<String, Map<String, String>> campaigns = campaign == null ? Map.of() : campaign.texts();
        Set<String> more = new LinkedHashSet<>(surveys.keySet());
        more.addAll(campaigns.keySet());
        Language own = Language.choose(null, survey.languages().get(0), more);
        Language language = Language.choose(wanted, own.tag(), more);
        Texts texts = Texts.in(language, List.of(campaigns, surveys, Map.of(own.tag(), plainly(survey))));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("brand", survey.subject().brand());
        String subject = texts.own(OwnWords.SUBJECT).orElse(survey.subject().name());
        values.put("subject", subject);
        values.put("product", subject);
        values.put(
                "experience",
                texts.own(OwnWords.EXPERIENCE)
                        .orElseGet(() -> experience(survey.subject().experience(), texts)));
        return new SurveyWords(survey.subject().kind(), texts, values);
    }

    /** The same with more values, or others in the place of those there are. */
    public SurveyWords with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new SurveyWords(kind, texts, all);
    }

    public Language language() {
        return texts.language();
    }

    /** The one question, in Bain's wording. */
    public String question() {
        return text(kind == Kind.EXPERIENCE ? "question.experience" : "question.subject");
    }

    public String low() {
        return text("label.low");
    }

    public String high() {
        return text("label.high");
    }

    /** What is asked after the score. */
    public String followUp(Band band) {
        return text("followup." + name(band));
    }

    /** What is said at the end. */
    public String thanks(Band band) {
        return text("thanks." + name(band));
    }

    /** The further questions, in the owner's words for this language where there are any. */
    public List<Question> questions(Survey survey) {
        QuestionWords words = new QuestionWords(texts::own);
        return survey.questions().stream().map(words::of).toList();
    }

    /**
     * A text with the survey's values in its places.
     *
     * @throws IllegalArgumentException when there is no text of that key, or it needs a value beyond the survey's
     */
    public String text(String key) {
        return texts.text(key, values);
    }

    public String text(String key, Map<String, ?> more) {
        return with(more).text(key);
    }

    /** What the owner wrote under that key, as it stands, or null. */
    public @Nullable String own(String key) {
        return texts.own(key).orElse(null);
    }

    /** What stands in the survey itself is in its own language, and means just what it says. */
    private static Map<String, String> plainly(Survey survey) {
        Map<String, String> words = new LinkedHashMap<>();
        survey.followUps().forEach((band, text) -> words.put("followup." + name(band), Message.literal(text)));
        survey.thanks().forEach((band, text) -> words.put("thanks." + name(band), Message.literal(text)));
        if (survey.labels().low() != null) {
            words.put("label.low", Message.literal(survey.labels().low()));
        }
        if (survey.labels().high() != null) {
            words.put("label.high", Message.literal(survey.labels().high()));
        }
        return words;
    }

    /** One that a template brought is the language's own; another is as the owner wrote it. */
    private static String experience(@Nullable String written, Texts texts) {
        Texts english = Texts.in(Language.ENGLISH);
        return EXPERIENCES.stream()
                .filter(key -> english.text(key).equals(written))
                .findFirst()
                .map(texts::text)
                .orElse(requireNonNullElse(written, ""));
    }

    private static String name(Band band) {
        return band.name().toLowerCase(Locale.ROOT);
    }
}
