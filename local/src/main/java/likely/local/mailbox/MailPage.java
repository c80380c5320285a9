package likely.local.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.embedded.SesMail;
import likely.local.http.Body;
import likely.local.http.Reply;
import likely.local.http.View;

/** One mail: what its reader sees, its text part, its headers, and its file. */
final class MailPage {

    /** A mail runs no script and sends no form; its links open outside of its frame, where all is as usual. */
    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "img-src 'self' http: https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String NEW_TABS = "<base target=\"_blank\">";
    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

    private final View view = View.of("likely/local/mailbox/mail.mustache");

    Reply page(SesMail mail) {
        ReadMail read = ReadMail.of(mail.raw());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("id", mail.messageId());
        context.put("subject", read.header("Subject"));
        context.put("to", read.all("To").isEmpty() ? String.join(", ", mail.destinations()) : read.header("To"));
        context.put("from", read.header("From"));
        context.put("at", mail.at().toString());
        context.put("time", Times.minute(mail.at()));
        context.put("set", Objects.requireNonNullElse(mail.configurationSet(), ""));
        context.put("tags", pairs(mail.tags()));
        context.put("html", !read.html().isEmpty());
        context.put("text", read.text());
        context.put(
                "headers",
                read.headers().stream()
                        .map(header -> Map.of("name", header.name(), "value", header.value()))
                        .toList());
        return view.reply(200, context);
    }

    Reply html(SesMail mail) {
        String html = ReadMail.of(mail.raw()).html();
        Matcher head = HEAD.matcher(html);
        String withBase =
                head.find() ? html.substring(0, head.end()) + NEW_TABS + html.substring(head.end()) : NEW_TABS + html;
        return Reply.of(200, "text/html; charset=utf-8", Body.of(withBase))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    Reply raw(SesMail mail) {
        return Reply.of(200, "message/rfc822", Body.of(mail.raw().getBytes(StandardCharsets.UTF_8)))
                .with("Content-Disposition", "attachment; filename=\"" + mail.messageId() + ".eml\"")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static List<Map<String, String>> pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.of("name", entry.getKey(), "value", entry.getValue()))
                .toList();
    }
}
