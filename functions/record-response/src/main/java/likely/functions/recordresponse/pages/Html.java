package likely.functions.recordresponse.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.aws.http.Reply;
import likely.surveys.mail.BrandColor;
import likely.web.WebFiles;
import likely.web.WebFiles.Folder;

/** Makes a page of its parts. Whatever is put in is escaped; no script runs, and no page of others may frame it. */
final class Html {
    private final Template template;

    Html(WebFiles files) {
        String text = files.find(Folder.PAGES, "page.html")
                .orElseThrow(() -> new IllegalStateException("There is no page.html"))
                .text();
        template = Mustache.compiler()
                .escapeHTML(true)
                .defaultValue("")
                .emptyStringIsFalse(true) // a brand without a logo has no image
                .compile(text);
    }

    /** @param color of the brand */
    Reply page(int status, BrandColor color, Map<String, Object> parts) {
        // The only style of the page's own; its hash says so, so that no other runs.
        String style = ":root{--brand:" + color.hex() + ";--on-brand:" + color.text() + "}";
        Map<String, Object> view = new LinkedHashMap<>(parts);
        view.put("style", style);
        return Reply.of(status, "text/html; charset=utf-8", template.execute(view))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self' 'sha256-" + sha256(style)
                                + "'; img-src https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex, nofollow");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
