package likely.surveys.mail;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The two forms of every mail. What is put into them is escaped by them, and a value that is missing is a mistake. */
enum MailTemplate {
    HTML("mail.html", Signs.HTML),
    TEXT("mail.txt", Escapers.NONE);

    @SuppressWarnings("ImmutableEnumChecker") // a template is compiled once and does not change
    private final Template template;

    MailTemplate(String file, Mustache.Escaper escaper) {
        try (InputStream stream = MailTemplate.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("There is no template " + file);
            }
            template = Mustache.compiler()
                    .withEscaper(escaper)
                    .strictSections(true)
                    .compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fill(Map<String, Object> view) {
        return template.execute(view);
    }

    private static final class Signs {
        /**
         * Those that mean something in text and in a quoted value, which all of the template's are. The library's own list
         * has = and ` too, and would make links of which some mail programs and every reader of the source make little.
         */
        private static final Mustache.Escaper HTML = Escapers.simple(
                new String[] {"&", "&amp;"},
                new String[] {"<", "&lt;"},
                new String[] {">", "&gt;"},
                new String[] {"\"", "&quot;"},
                new String[] {"'", "&#39;"});
    }
}
