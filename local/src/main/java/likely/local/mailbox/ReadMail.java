package likely.local.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader gets it.
 *
 * @param headers of the whole mail, decoded, in their order
 * @param html empty without such a part
 * @param text empty without such a part
 */
record ReadMail(List<Field> headers, String html, String text) {

    /** A header as it is read. */
    record Field(String name, String value) {}

    /** Reads raw MIME; what is none shows as text under whatever headers it has. */
    static ReadMail of(String raw) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
            List<Field> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new Field(header.getName(), decoded(header.getValue())));
            }
            return new ReadMail(headers, content(message, "text/html"), content(message, "text/plain"));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The mail cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header's first value; empty without it. */
    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** Every value of a header. */
    List<String> all(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** A header's value as it is read; as it was written where that cannot be. */
    static String decoded(@Nullable String value) {
        String written = value == null ? "" : MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(written);
        } catch (UnsupportedEncodingException e) {
            return written;
        }
    }

    /** The first part of a type, at any depth. */
    private static String content(MimePart part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                String found = content((MimePart) parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return part.isMimeType(type) && part.getFileName() == null ? characters(part) : "";
    }

    private static String characters(MimePart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part));
        }
    }

    /** As the part says; UTF-8 where it says nothing, or nothing known. */
    private static Charset charset(MimePart part) throws MessagingException {
        @Nullable String name = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
