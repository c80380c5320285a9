package likely.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import likely.surveys.mail.MailContent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was put into an envelope is what the library reads from it, and no more headers than were meant. */
class EnvelopeTest {
    private static final String FROM = "nps@acme.example";
    private static final String TO = "ada@mail.example";

    private static MailContent content(String subject, Map<String, String> headers) {
        return new MailContent(
                subject, "<p>Grüße, שלום 🎉</p>", "Grüße, שלום 🎉\n-- \n.\n" + "x".repeat(2_000), headers);
    }

    private static MimeMessage read(String name, MailContent content) throws Exception {
        String wire = new Envelope(name, FROM, "reply@acme.example", TO).around(content);
        assertThat(wire).matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
        assertThat(wire.lines()).allMatch(line -> line.length() <= 998);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(wire.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> headerNames(MimeMessage message) throws Exception {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    @Test
    void both_forms_names_and_subject_come_out_as_they_went_in() throws Exception {
        MailContent content = content(
                "Eine Frage: 日本語, שלום", Map.of("List-Unsubscribe", "<https://x.example/" + "u".repeat(90) + ">"));
        MimeMessage message = read("Grüße & Söhne, \"Acme\" <GmbH>", content);

        assertThat(message.getSubject()).isEqualTo(content.subject());
        InternetAddress from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo(FROM);
        assertThat(from.getPersonal()).isEqualTo("Grüße & Söhne, \"Acme\" <GmbH>");
        assertThat(message.getAllRecipients()).extracting(Address::toString).containsExactly(TO);
        assertThat(message.getReplyTo()).extracting(Address::toString).containsExactly("reply@acme.example");
        assertThat(message.getHeader("List-Unsubscribe")[0]).isEqualTo("<https://x.example/" + "u".repeat(90) + ">");
        MimeMultipart forms = (MimeMultipart) message.getContent();
        assertThat(forms.getContentType()).startsWith("multipart/alternative");
        assertThat(forms.getCount()).isEqualTo(2);
        BodyPart text = forms.getBodyPart(0);
        assertThat(text.isMimeType("text/plain")).isTrue();
        assertThat(((String) text.getContent()).replace("\r\n", "\n")).isEqualTo(content.text());
        assertThat(forms.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(forms.getBodyPart(1).getContent()).isEqualTo(content.html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0000\n", "\u2028", "\u0085", "\r\n\r\n"})
    void nothing_in_a_name_or_a_subject_becomes_a_header(String line) throws Exception {
        String hostile = "Hi" + line + "Bcc: eve@evil.example" + line + line + "<b>body</b>";
        MimeMessage message =
                read(hostile, content(hostile, Map.of("List-Unsubscribe", "<x>" + line + "Bcc: eve@evil.example")));
        assertThat(headerNames(message))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "Reply-To",
                        "To",
                        "Subject",
                        "List-Unsubscribe",
                        "MIME-Version",
                        "Content-Type");
        assertThat(message.getAllRecipients()).extracting(Address::toString).containsExactly(TO);
        assertThat(message.getSubject()).startsWith("Hi ").contains("Bcc: eve");
    }

    @Property(tries = 100)
    void whatever_the_name_and_subject(@ForAll String name, @ForAll String subject) throws Exception {
        MimeMessage message = read(name, content(subject, Map.of()));
        assertThat(headerNames(message))
                .isSubsetOf("Date", "From", "Reply-To", "To", "Subject", "MIME-Version", "Content-Type");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo(FROM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "<a@b.example> <c@d.example>",
                "group: a@b.example;"
            })
    void one_recipient_it_is(String to) {
        Envelope envelope = new Envelope("Acme", FROM, null, to);
        assertThatThrownBy(() -> envelope.around(content("Hi", Map.of()))).isInstanceOf(IllegalArgumentException.class);
    }
}
