package likely.functions.recordresponse.pages;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import likely.aws.Log;
import likely.aws.http.FormBody;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import likely.surveys.answering.Asked;
import likely.surveys.answering.AskedLinks;
import likely.surveys.answering.LinkedAnswers;
import likely.surveys.answering.Opening;
import likely.surveys.json.Invalid;
import likely.surveys.links.Link;
import likely.surveys.links.Links;
import org.jspecify.annotations.Nullable;

/**
 * The survey behind a link. Opening it shows the score of the link chosen and records nothing but that it was opened; a
 * press on the button is an answer.
 */
final class AnswerPages {
    private static final Pattern PAGE = Pattern.compile("[0-9a-f]{16}");

    private final Html html;
    private final Links links;
    private final AskedLinks asked;
    private final LinkedAnswers answers;
    private final Function<String, Optional<Survey>> surveys;
    private final Clock clock;

    AnswerPages(
            Html html,
            Links links,
            AskedLinks asked,
            LinkedAnswers answers,
            Function<String, Optional<Survey>> surveys,
            Clock clock) {
        this.html = html;
        this.links = links;
        this.asked = asked;
        this.answers = answers;
        this.surveys = surveys;
        this.clock = clock;
    }

    Reply answer(Request request, Link link, Survey survey, Asked person) {
        boolean pressed = request.method().equals("POST");
        FormBody form = FormBody.read(pressed ? request.body() : null);
        Visit visit = new Visit(html, survey, Optional.of(person), request, form);
        if (person.byMail()) {
            String token = links.token(new Link(Link.Purpose.UNSUBSCRIBE, link.id(), link.expires()));
            visit.with(
                    "footer", Map.of("unsubscribe", token, "text", visit.words().text("page.choices")));
        }
        String page = form.text("page")
                .or(() -> request.parameter("page"))
                .filter(given -> PAGE.matcher(given).matches())
                .orElseGet(AnswerPages::newPage);
        return pressed ? press(visit, link, person, page, form) : open(visit, person, page);
    }

    private Reply open(Visit visit, Asked person, String page) {
        Integer chosen = visit.request()
                .parameter("score")
                .map(Said::chosen)
                .filter(AnswerPages::isScore)
                .orElse(null);
        note(visit, person, chosen);
        Optional<Response> given = answers.given(visit.survey(), person.submissionId(page));
        if (given.isEmpty() && !answers.isOpen(visit.survey())) {
            return closed(visit);
        }
        boolean changes = visit.request().parameter("change").isPresent();
        if (given.isPresent()
                && !changes
                && (chosen == null || chosen == given.get().score().value())) {
            return more(visit, page, given.get());
        }
        Integer shown =
                chosen != null ? chosen : given.map(one -> one.score().value()).orElse(null);
        return visit.with("question", Parts.question(visit.words(), page, shown))
                .page(200);
    }

    /** Evidence is not worth a page that does not come. */
    private void note(Visit visit, Asked person, @Nullable Integer chosen) {
        Request request = visit.request();
        long now = clock.instant().getEpochSecond();
        try {
            asked.note(person.id(), Opening.of(now, request.method(), request::header, chosen));
        } catch (Unavailable e) {
            Log.error("opening.not-noted", "nothing, while it passes", e, Map.of("link", person.id()));
        }
    }

    private Reply press(Visit visit, Link link, Asked person, String page, FormBody form) {
        String submissionId = person.submissionId(page);
        Optional<Response> before = answers.given(visit.survey(), submissionId);
        Submission said;
        try {
            said = Said.read(
                    form,
                    visit.survey(),
                    person,
                    submissionId,
                    before,
                    visit.words().language().tag());
        } catch (Invalid e) {
            return refused(visit, page, form, before, e);
        }
        return switch (answers.answer(visit.survey(), person, said, link.expires())) {
            case RECORDED -> recorded(visit, person, page, form, submissionId);
            case CLOSED, FULL -> closed(visit);
            case ERASED -> visit.notice(410, visit.words().text("choices.erased"), "");
        };
    }

    private Reply recorded(Visit visit, Asked person, String page, FormBody form, String submissionId) {
        Response given = answers.given(visit.survey(), submissionId)
                .orElseThrow(() -> new IllegalStateException("What was recorded is not there"));
        if (form.text("step").filter("more"::equals).isPresent()) {
            return visit.with("thanks", Parts.thanks(visit.words(), page, given, person.properties()))
                    .page(200);
        }
        return more(visit, page, given);
    }

    private static Reply more(Visit visit, String page, Response given) {
        return visit.with("more", Parts.more(visit.survey(), visit.words(), page, given))
                .page(200);
    }

    /** What was wrong is said above the same form; nothing was kept. */
    private static Reply refused(Visit visit, String page, FormBody form, Optional<Response> before, Invalid invalid) {
        Integer chosen = form.text("score")
                .map(Said::chosen)
                .filter(AnswerPages::isScore)
                .orElse(null);
        List<String> reasons = chosen == null
                ? List.of(visit.words().text("page.choose"))
                : invalid.errors().stream()
                        .map(e -> e.field() + " " + e.reason())
                        .toList();
        visit.errors(reasons);
        return before.isPresent() && chosen != null
                ? visit.with("more", Parts.more(visit.survey(), visit.words(), page, before.get(), form))
                        .page(400)
                : visit.with("question", Parts.question(visit.words(), page, chosen))
                        .page(400);
    }

    private static Reply closed(Visit visit) {
        return visit.notice(409, visit.words().text("page.closed"), "");
    }

    /** The page of a survey as a preview or a test mail opens it: it looks the same, and keeps nothing. */
    Reply test(Request request, String survey) {
        Optional<Survey> found = surveys.apply(survey);
        if (found.isEmpty()) {
            return Notices.unknown(html, request);
        }
        FormBody form = FormBody.read(request.method().equals("POST") ? request.body() : null);
        Visit visit = new Visit(html, found.get(), Optional.empty(), request, form);
        visit.note(visit.words().text("mail.test"));
        Integer chosen = request.parameter("score")
                .map(Said::chosen)
                .filter(AnswerPages::isScore)
                .orElse(null);
        if (request.method().equals("POST")) {
            return visit.notice(200, visit.words().thanks(Score.of(10).band()), "");
        }
        return visit.with("question", Parts.question(visit.words(), newPage(), chosen))
                .page(200);
    }

    private static boolean isScore(@Nullable Integer number) {
        return number != null && number <= 10;
    }

    /** What tells two visitors of one open link apart; of no use to anybody who guesses it. */
    private static String newPage() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
