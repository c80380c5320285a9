package likely.functions.recordresponse.pages;

import java.util.List;
import java.util.Map;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.mail.BrandColor;
import likely.surveys.outreach.Sender;
import likely.surveys.texts.Language;
import likely.surveys.texts.Texts;

/** Pages that belong to no survey: what a link that is no more, or never was one, leads to. */
final class Notices {
    private Notices() {}

    /** Forged, expired, erased and unknown look the same, so that nobody learns which ids there are. */
    static Reply unknown(Html html, Request request) {
        return of(html, request, 404, "page.expired.title", "page.expired");
    }

    static Reply unavailable(Html html, Request request) {
        return of(html, request, 503, "page.error", "").with("Retry-After", "5");
    }

    private static Reply of(Html html, Request request, int status, String heading, String text) {
        String wanted = request.parameter("lang").orElse(request.header("Accept-Language"));
        Texts texts = Texts.in(Language.choose(wanted, Language.ENGLISH.tag(), List.of()));
        return html.page(
                status,
                new BrandColor(Sender.NONE.color()),
                Map.of(
                        "lang",
                        texts.language().tag(),
                        "dir",
                        texts.language().direction(),
                        "title",
                        texts.text(heading),
                        "notice",
                        Map.of("heading", texts.text(heading), "text", text.isEmpty() ? "" : texts.text(text))));
    }
}
