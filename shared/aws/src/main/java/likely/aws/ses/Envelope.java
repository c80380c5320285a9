package likely.aws.ses;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import likely.surveys.Survey;
import likely.surveys.mail.MailContent;
import likely.surveys.outreach.Sender;
import likely.surveys.people.Addresses;
import org.jspecify.annotations.Nullable;

/**
 * From whom to whom a mail goes, put around what it says as MIME. Whatever is put into a header loses its line breaks and
 * other control characters first, so that no name and no subject can become a header of its own.
 *
 * @param name beside the sender's address
 * @param from an address alone
 * @param replyTo null for the sender's address
 */
public record Envelope(String name, String from, @Nullable String replyTo, String to) {
    private static final String UTF_8 = "UTF-8";

    /** As a survey's sender is: by its own name or the brand, with replies to where they are read. */
    public static Envelope of(Survey survey, String from, String to) {
        Sender sender = survey.outreach().sender();
        String name = Objects.requireNonNullElse(sender.name(), survey.subject().brand());
        return new Envelope(name, from, sender.replyTo(), to);
    }

    /** The mail on the wire, in ASCII, without a Message-ID, which SES adds. */
    public String around(MailContent content) {
        try {
            MimeMessage message = new Unnamed();
            message.setFrom(sender());
            message.setRecipient(RecipientType.TO, address(to));
            if (replyTo != null) {
                message.setReplyTo(new InternetAddress[] {address(replyTo)});
            }
            message.setSubject(line(content.subject()), UTF_8);
            for (Map.Entry<String, String> header : content.headers().entrySet()) {
                message.setHeader(line(header.getKey()), line(header.getValue()));
            }
            message.setContent(
                    new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException e) {
            // Its own message has the address that is wrong, which is for no log.
            throw new IllegalArgumentException(
                    "A mail could not be written: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InternetAddress sender() throws MessagingException, UnsupportedEncodingException {
        InternetAddress sender = address(from);
        sender.setPersonal(line(name), UTF_8);
        return sender;
    }

    /** One address and nothing else: the library would take a list, or a group, for one as well. */
    private static InternetAddress address(String text) throws MessagingException {
        if (!Addresses.isEmail(text)) {
            throw new AddressException("It is not one address");
        }
        return new InternetAddress(text);
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        // Not left to the library, which would send short lines of ASCII as they are and long ones too.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }

    private static final class Unnamed extends MimeMessage {
        Unnamed() {
            super(Session.getInstance(new Properties()));
        }

        @Override
        protected void updateMessageID() {
            // SES gives it one
        }
    }
}
