package likely.surveys.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mail.subject        | How was {product}?",
                "mail.intro          | {named, select, yes {Hi {name},} other {Hello,}} it's us, {brand}.",
                "mail.intro          | A '{' of its own",
                "question.experience | After {experience}: would you recommend {brand}?",
                "choices.months      | {n, plural, one {Monthly} other {Each # months}}",
                "page.chosen         | {score, plural, =0 {Zero} other {#}}: press {send}",
                "experience          | Ihren Besuch {sic}",
                "mail.promoter.url   | https://reviews.example/acme?from=mail",
            })
    void may_be(String key, String text) {
        assertThat(OwnWords.problem(key, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mail.subjekt      | Hi                                  | is no text that can be replaced",
                "mail.subject      | {email}                             | has a placeholder that is not one of {brand}, {experience}, {name}, {named}, {product}, {subject}",
                "label.low         | {name}                              | has a placeholder that is not one of {brand}, {experience}, {product}, {subject}",
                "mail.subject      | {0}                                 | has a placeholder that is not one of {brand}, {experience}, {name}, {named}, {product}, {subject}",
                "mail.subject      | Hi {name                            | is not well formed: each { needs a name and a }, and a brace or ' of its own is quoted",
                "mail.subject      | {named, select, yes {Hi}}           | is not well formed: each { needs a name and a }, and a brace or ' of its own is quoted",
                "mail.subject      | {name, plural, other {#}}           | uses a placeholder otherwise than as {name}, {name, select, …} or {n, plural, …}",
                "mail.subject      | {name, number}                      | uses a placeholder otherwise than as {name}, {name, select, …} or {n, plural, …}",
                "mail.subject      | {name} {name, date}                 | uses a placeholder otherwise than as {name}, {name, select, …} or {n, plural, …}",
                "mail.promoter.url | http://reviews.example              | is not an https address",
                "mail.promoter.url | javascript:alert(1)                 | is not an https address",
            })
    void may_not_be(String key, String text, String reason) {
        assertThat(OwnWords.problem(key, text)).contains(reason);
    }
}
