package likely.surveys.mail;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.outreach.Sender;
import likely.surveys.texts.SurveyWords;
import org.jspecify.annotations.Nullable;

/** Writes mails: the same order makes the same mail. Safe for use by several threads. */
public final class MailRenderer {
    /** What a section of a template takes for nothing. */
    private static final Boolean NOTHING = Boolean.FALSE;

    public MailContent render(MailOrder order) {
        return render(order, false);
    }

    /** The same with a note that it is a test, and that an answer to it does not count. */
    public MailContent renderTest(MailOrder order) {
        return render(order, true);
    }

    private static MailContent render(MailOrder order, boolean test) {
        Wording wording = new Wording(order);
        Map<String, Object> view = view(order, wording);
        view.put("test", test ? wording.words().text("mail.test") : NOTHING);
        return new MailContent(
                wording.subject(), MailTemplate.HTML.fill(view), MailTemplate.TEXT.fill(view), headers(order, wording));
    }

    private static Map<String, Object> view(MailOrder order, Wording wording) {
        SurveyWords words = wording.words();
        Sender sender = order.survey().outreach().sender();
        boolean mirrored = words.language().rightToLeft();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lang", words.language().tag());
        view.put("dir", words.language().direction());
        view.put("start", mirrored ? "right" : "left");
        view.put("end", mirrored ? "left" : "right");
        view.put("subject", wording.subject());
        view.put("preheader", orNothing(wording.preheader()));
        view.put("brand", order.survey().subject().brand());
        view.put("logo", orNothing(sender.logo()));
        view.put("paragraphs", wording.paragraphs());
        view.put("survey", order.invitation().kind() == Kind.FOLLOW_UP ? NOTHING : survey(order, words));
        view.put("link", link(wording));
        view.put("why", wording.why());
        view.put("unsubscribe", words.text("mail.unsubscribe"));
        view.put("unsubscribe_url", order.unsubscribeUrl());
        view.put("address", Wording.lines(sender.postalAddress()));
        view.putAll(colors(new BrandColor(sender.color())));
        return view;
    }

    private static Map<String, Object> survey(MailOrder order, SurveyWords words) {
        List<Map<String, Object>> scores = new ArrayList<>();
        for (Score score : Score.ALL) {
            scores.add(Map.of(
                    "score", score.value(),
                    "said", said(score, words),
                    "url", order.answerUrl() + "?score=" + score.value()));
        }
        return Map.of("question", words.question(), "low", words.low(), "high", words.high(), "scores", scores);
    }

    /** A number alone does not say which end is which to who hears it or reads it as text. */
    private static String said(Score score, SurveyWords words) {
        if (score.value() == 0) {
            return "0 – " + words.low();
        }
        return score.value() == 10 ? "10 – " + words.high() : Integer.toString(score.value());
    }

    private static Object link(Wording wording) {
        String url = wording.link();
        return url == null
                ? NOTHING
                : Map.of("url", url, "label", wording.words().text("mail.link"));
    }

    private static Map<String, String> colors(BrandColor color) {
        return Map.of(
                "color", color.hex(),
                "on_color", color.text(),
                "edge", color.edge(BrandColor.CARD),
                "edge_on_dark", color.edge(BrandColor.DARK_CARD));
    }

    /** RFC 2369 and 8058: how to unsubscribe; RFC 3834: nobody is away from a machine. */
    private static Map<String, String> headers(MailOrder order, Wording wording) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + order.unsubscribeUrl() + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        headers.put("Content-Language", wording.words().language().tag());
        if (order.invitation().kind() != Kind.FOLLOW_UP) { // whose answers go to people
            headers.put("Precedence", "bulk");
        }
        return headers;
    }

    private static Object orNothing(@Nullable String text) {
        return requireNonNullElse((Object) text, NOTHING);
    }
}
