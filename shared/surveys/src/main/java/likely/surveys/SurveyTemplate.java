package likely.surveys;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import likely.surveys.Question.Choice;
import likely.surveys.Question.Consent;
import likely.surveys.Question.FreeText;
import likely.surveys.Question.Option;
import likely.surveys.Question.Scale;
import likely.surveys.Subject.Kind;
import likely.surveys.Survey.Labels;
import likely.surveys.outreach.Outreach;
import likely.surveys.people.Relation;
import likely.surveys.widget.Widget;
import org.jspecify.annotations.Nullable;

/** Ready surveys to start from; whatever the owner says replaces a template's own. */
public enum SurveyTemplate {
    /** The relation as a whole, asked on a schedule. */
    RELATIONAL(
            Kind.COMPANY,
            null,
            List.of(
                    new Choice(
                            "reason",
                            "What is the main reason for your score?",
                            false,
                            List.of(
                                    new Option("quality", "Quality"),
                                    new Option("price", "Price"),
                                    new Option("service", "Service"),
                                    new Option("other", "Something else"))),
                    new Consent("contact", "May we contact you about your answer?"))),
    /** One order, asked some days after it. */
    AFTER_PURCHASE(
            Kind.EXPERIENCE,
            "your recent purchase",
            List.of(
                    new Choice(
                            "reason",
                            "What influenced your score most?",
                            true,
                            List.of(
                                    new Option("product", "The product"),
                                    new Option("price", "The price"),
                                    new Option("delivery", "Delivery"),
                                    new Option("checkout", "Ordering and paying"))),
                    new Consent("contact", "May we contact you about your order?"))),
    /** One call or chat, asked after it. */
    AFTER_SUPPORT(
            Kind.EXPERIENCE,
            "your contact with our support",
            List.of(
                    new Choice(
                            "solved",
                            "Was your question solved?",
                            false,
                            List.of(new Option("yes", "Yes"), new Option("partly", "Partly"), new Option("no", "No"))),
                    new Scale("effort", "How easy was it to get help? (1 hard, 5 easy)", 1, 5),
                    new Consent("contact", "May we contact you about your case?"))),
    /** People who know the brand and are not customers yet. */
    PROSPECTS(
            Kind.COMPANY, null, List.of(new FreeText("missing", "What would you need to know before you choose us?")));

    private final Kind kind;
    private final @Nullable String experience;

    @SuppressWarnings("ImmutableEnumChecker") // each is made by List.of
    private final List<Question> questions;

    SurveyTemplate(Kind kind, @Nullable String experience, List<Question> questions) {
        this.kind = kind;
        this.experience = experience;
        this.questions = questions;
    }

    /** A survey as the template has it, before the owner says anything but its id and brand. */
    public Survey survey(String id, String brand, long now) {
        return new Survey(
                id,
                brand,
                new Subject(kind, brand, brand, experience),
                Labels.NONE,
                List.of("en"),
                Map.of(),
                Map.of(),
                questions,
                List.of(),
                ZoneId.of("UTC"),
                List.of(),
                questions.stream()
                        .filter(Choice.class::isInstance)
                        .map(Question::id)
                        .toList(),
                Limits.NONE,
                null,
                null,
                this == PROSPECTS ? Relation.PROSPECT : Relation.CUSTOMER,
                Outreach.DEFAULT,
                Widget.DEFAULT,
                now,
                now,
                1);
    }
}
