package likely.local.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page made from a Mustache file on the class path, and the parts beside it that it names; what is put in is escaped. */
public final class View {

    /** No script but one of this site's own files, and no frame but its own pages, which have a policy each. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Template template;

    private View(Template template) {
        this.template = template;
    }

    public static View of(String resource) {
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        return new View(Mustache.compiler()
                .nullValue("")
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(text(folder + part + ".mustache")))
                .compile(text(resource)));
    }

    public Reply reply(int status, Map<String, ?> context) {
        return Reply.of(status, "text/html; charset=utf-8", Body.of(template.execute(context)))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin") // none at all would take the origin from the forms, too
                .with("Cache-Control", "no-store");
    }

    private static String text(String resource) {
        try (InputStream in = View.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No file " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
