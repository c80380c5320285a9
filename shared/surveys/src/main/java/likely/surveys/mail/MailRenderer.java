package likely.surveys.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes mails: the same order makes the same mail. Safe for use by several threads. */
public final class MailRenderer {
    public MailContent render(MailOrder order) {
        String question = order.survey().subject().question();
        StringBuilder text = new StringBuilder(question).append("\n\n");
        for (int score = 0; score <= 10; score++) {
            text.append(score)
                    .append("  ")
                    .append(order.answerUrl())
                    .append("?score=")
                    .append(score)
                    .append('\n');
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + order.unsubscribeUrl() + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("Auto-Submitted", "auto-generated");
        String html = "<!doctype html><pre>" + text + "</pre>";
        return new MailContent(question, html, text.toString(), headers);
    }
}
