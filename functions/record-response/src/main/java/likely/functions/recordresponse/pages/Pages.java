package likely.functions.recordresponse.pages;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import likely.aws.Log;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.Survey;
import likely.surveys.Unavailable;
import likely.surveys.answering.Asked;
import likely.surveys.answering.AskedLinks;
import likely.surveys.answering.Choices;
import likely.surveys.answering.LinkedAnswers;
import likely.surveys.json.Invalid;
import likely.surveys.links.Link;
import likely.surveys.links.Link.Purpose;
import likely.surveys.links.Links;
import likely.surveys.links.TestToken;
import likely.web.WebFiles;

/** The routes {@code /answer/{token}} and {@code /unsubscribe/{token}}: what a token is good for, and for whose mail. */
public final class Pages {
    private final Html html;
    private final Links links;
    private final AskedLinks asked;
    private final Function<String, Optional<Survey>> surveys;
    private final AnswerPages answerPages;
    private final ChoicePages choicePages;
    private final Clock clock;

    public Pages(
            WebFiles files,
            Links links,
            AskedLinks asked,
            Choices choices,
            LinkedAnswers answers,
            Function<String, Optional<Survey>> surveys,
            Clock clock) {
        this.html = new Html(files);
        this.links = links;
        this.asked = asked;
        this.surveys = surveys;
        this.answerPages = new AnswerPages(html, links, asked, answers, surveys, clock);
        this.choicePages = new ChoicePages(html, links, choices, answers, clock);
        this.clock = clock;
    }

    public Reply answer(Request request) {
        Optional<String> test = TestToken.survey(request.pathParameter("token"));
        return test.isPresent()
                ? answerPages.test(request, test.get())
                : page(Purpose.ANSWER, request, answerPages::answer);
    }

    public Reply choices(Request request) {
        return page(Purpose.UNSUBSCRIBE, request, choicePages::answer);
    }

    @FunctionalInterface
    private interface Page {
        Reply answer(Request request, Link link, Survey survey, Asked asked);
    }

    private Reply page(Purpose purpose, Request request, Page page) {
        try {
            long now = clock.instant().getEpochSecond();
            Optional<Link> link = links.read(purpose, request.pathParameter("token"), now);
            Optional<Asked> person = link.flatMap(found -> asked.find(found.id()))
                    .filter(found -> purpose == Purpose.ANSWER || found.byMail());
            Optional<Survey> survey = person.flatMap(found -> surveys.apply(found.survey()));
            return survey.isPresent()
                    ? page.answer(request, link.orElseThrow(), survey.get(), person.orElseThrow())
                    : Notices.unknown(html, request);
        } catch (Invalid e) { // no browser sends such a path or form
            return Notices.unknown(html, request);
        } catch (Unavailable e) {
            Log.error("store.unavailable", "nothing, while it passes; if it lasts, look at the tables", e, Map.of());
            return Notices.unavailable(html, request);
        }
    }
}
