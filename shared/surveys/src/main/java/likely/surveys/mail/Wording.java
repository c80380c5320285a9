package likely.surveys.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.SpecialProperties;
import likely.surveys.texts.SurveyWords;
import org.jspecify.annotations.Nullable;

/**
 * Which words stand where in a mail, for whom it is. Special properties of the invitation go before the person's, and
 * both before the texts.
 */
final class Wording {
    private static final int LONGEST_SUBJECT = 200;

    private final MailOrder order;
    private final SpecialProperties asked;
    private final SpecialProperties personal;
    private final SurveyWords words;

    Wording(MailOrder order) {
        this.order = order;
        this.asked = SpecialProperties.of(order.invitation().properties());
        this.personal = SpecialProperties.of(order.person().properties());
        this.words = SurveyWords.of(order.survey(), order.campaign(), locale()).with(values());
    }

    SurveyWords words() {
        return words;
    }

    String subject() {
        String subject = switch (order.invitation().kind()) {
            case SURVEY -> special(SpecialProperties::subject).orElseGet(() -> words.text("mail.subject"));
            case REMINDER -> words.text("mail.reminder.subject");
            case FOLLOW_UP -> words.text(followUp() + "subject");
        };
        return line(subject);
    }

    /** What an inbox shows beside the subject; null where that is the text's own beginning. */
    @Nullable
    String preheader() {
        return order.invitation().kind() == Invitation.Kind.FOLLOW_UP ? null : line(words.text("mail.preheader"));
    }

    List<String> paragraphs() {
        String text = switch (order.invitation().kind()) {
            case SURVEY -> special(SpecialProperties::introduction).orElseGet(() -> words.text("mail.intro"));
            case REMINDER -> words.text("mail.reminder.intro");
            case FOLLOW_UP -> words.text(followUp() + "text");
        };
        return lines(text);
    }

    /** Where a follow-up's button leads, when its owner wants one. */
    @Nullable
    String link() {
        return order.invitation().kind() == Invitation.Kind.FOLLOW_UP ? words.own(followUp() + "url") : null;
    }

    String why() {
        if (order.invitation().kind() == Invitation.Kind.FOLLOW_UP) {
            return words.text("mail.why.answer");
        }
        return words.text(order.person().relation() == Relation.PROSPECT ? "mail.why.prospect" : "mail.why.customer");
    }

    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private String followUp() {
        return "mail."
                + Objects.requireNonNull(order.invitation().band(), "a follow-up has a band")
                        .name()
                        .toLowerCase(Locale.ROOT)
                + ".";
    }

    private @Nullable String locale() {
        return asked.locale()
                .or(() -> Optional.ofNullable(order.person().locale()))
                .or(personal::locale)
                .orElse(null);
    }

    private Map<String, String> values() {
        Person person = order.person();
        Map<String, String> values = new LinkedHashMap<>();
        String name = person.name() == null ? "" : person.name().strip();
        values.put("name", name);
        values.put("named", name.isEmpty() ? "no" : "yes");
        Optional.ofNullable(order.invitation().properties().get("product"))
                .filter(product -> !product.isBlank())
                .ifPresent(product -> values.put("product", product));
        special(SpecialProperties::productName).ifPresent(product -> {
            values.put("subject", product);
            values.put("product", product);
        });
        return values;
    }

    private Optional<String> special(Function<SpecialProperties, Optional<String>> property) {
        return property.apply(asked).or(() -> property.apply(personal));
    }

    /** One line, of a length that a mail's header bears: whatever breaks a line or steers a terminal is a space. */
    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
