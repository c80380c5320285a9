package likely.local.mailbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.embedded.SesMail;
import org.jspecify.annotations.Nullable;

/** Mails as JSON, for tests and programs. */
final class MailDocuments {

    private MailDocuments() {}

    static Map<String, @Nullable Object> summary(KeptMail mail) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("id", mail.id());
        summary.put("at", mail.at().toString());
        summary.put("to", mail.to());
        summary.put("from", mail.from());
        summary.put("subject", mail.subject());
        return summary;
    }

    /** Everything: each header with all its values, the parts, the links of the HTML in their order. */
    static Map<String, @Nullable Object> whole(SesMail mail) {
        ReadMail read = ReadMail.of(mail.raw());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (ReadMail.Field header : read.headers()) {
            headers.computeIfAbsent(header.name(), name -> read.all(name));
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("id", mail.messageId());
        whole.put("at", mail.at().toString());
        whole.put("to", String.join(", ", mail.destinations()));
        whole.put("from", read.header("From"));
        whole.put("subject", read.header("Subject"));
        whole.put("configurationSet", mail.configurationSet());
        whole.put("tags", mail.tags());
        whole.put("headers", headers);
        whole.put("html", read.html());
        whole.put("text", read.text());
        whole.put("links", HtmlLinks.of(read.html()));
        return whole;
    }
}
