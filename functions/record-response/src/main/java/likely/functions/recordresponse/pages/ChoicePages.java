package likely.functions.recordresponse.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import likely.aws.http.FormBody;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answering.Asked;
import likely.surveys.answering.Choices;
import likely.surveys.answering.LinkedAnswers;
import likely.surveys.links.Link;
import likely.surveys.links.Links;
import likely.surveys.people.Standing;
import likely.surveys.texts.SurveyWords;

/** What somebody wants of our mail. Opening the page shows it and changes nothing; mail programs may post at once. */
final class ChoicePages {
    private static final int A_MONTH = 30;
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);
    private static final int LONGEST_REASON = 1_000;

    private final Html html;
    private final Links links;
    private final Choices choices;
    private final LinkedAnswers answers;
    private final Clock clock;

    ChoicePages(Html html, Links links, Choices choices, LinkedAnswers answers, Clock clock) {
        this.html = html;
        this.links = links;
        this.choices = choices;
        this.answers = answers;
        this.clock = clock;
    }

    Reply answer(Request request, Link link, Survey survey, Asked person) {
        String address = Objects.requireNonNull(person.address(), "who has no mail cannot be told not to get it");
        FormBody form = FormBody.read(request.method().equals("POST") ? request.body() : null);
        Visit visit = new Visit(html, survey, Optional.of(person), request, form);
        if (request.method().equals("POST")) {
            if (form.text("List-Unsubscribe").filter("One-Click"::equals).isPresent()) { // RFC 8058
                choices.stop(address, now(), null);
                return Reply.of(200, "text/plain; charset=utf-8", visit.words().text("choices.stopped"));
            }
            act(visit, person, address, form);
        }
        return show(visit, link, person, address);
    }

    private void act(Visit visit, Asked person, String address, FormBody form) {
        switch (form.text("action").orElse("")) {
            case "save" -> save(visit, address, form);
            case "undo" -> {
                choices.resume(address);
                choices.resumeSurvey(address, visit.survey().id());
                visit.note(visit.words().text("choices.undone"));
            }
            case "erase" -> {
                answers.erase(visit.survey(), person.submissionId(""));
                visit.note(visit.words().text("choices.erased"));
            }
            default -> {} // a form of nobody's: the page shows how things stand
        }
    }

    private void save(Visit visit, String address, FormBody form) {
        boolean all = form.text("all").isPresent();
        if (all) {
            choices.stop(
                    address, now(), form.text("reason").map(ChoicePages::cut).orElse(null));
        } else if (form.text("all_was").isPresent()) { // a page from before a later unsubscription must not undo it
            choices.resume(address);
        }
        if (form.text("survey").isPresent()) {
            choices.stopSurvey(address, visit.survey().id());
        } else if (form.text("survey_was").isPresent()) {
            choices.resumeSurvey(address, visit.survey().id());
        }
        Integer months =
                form.text("rest").map(Said::chosen).filter(MONTHS::contains).orElse(null);
        choices.rest(address, months == null ? null : months * A_MONTH);
        visit.note(visit.words().text(all ? "choices.stopped" : "choices.saved"));
    }

    private Reply show(Visit visit, Link link, Asked person, String address) {
        SurveyWords words = visit.words();
        Standing standing = choices.of(address);
        boolean surveyOff = standing.unsubscribedFrom().contains(visit.survey().id());
        boolean allOff = standing.unsubscribedAt() != null;
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("heading", words.text("choices.title"));
        part.put("stopped", allOff || surveyOff);
        part.put("undo", words.text("button.undo"));
        part.put("survey_off", surveyOff);
        part.put("survey_label", words.text("choices.survey"));
        part.put("all_off", allOff);
        part.put("all_label", words.text("choices.all"));
        part.put("often", words.text("choices.often"));
        part.put("rests", rests(words, standing));
        part.put("reason", words.text("choices.reason"));
        part.put("save", words.text("button.save"));
        part.put("answers_title", words.text("choices.answers"));
        part.put("none", words.text("choices.none"));
        answers.given(visit.survey(), person.submissionId(""))
                .ifPresent(given -> part.put("answer", own(words, link, given)));
        return visit.with("choices_form", part).page(200);
    }

    private Map<String, Object> own(SurveyWords words, Link link, Response given) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("score", given.score().value());
        part.put("comment", Optional.ofNullable(given.comment()).orElse(""));
        part.put("survey_name", words.question());
        part.put("answer_token", links.token(new Link(Link.Purpose.ANSWER, link.id(), link.expires())));
        part.put("correct", words.text("choices.correct"));
        part.put("erase", words.text("choices.erase"));
        return part;
    }

    private static List<Map<String, Object>> rests(SurveyWords words, Standing standing) {
        List<Map<String, Object>> rests = new ArrayList<>();
        rests.add(Map.of("value", "0", "text", words.text("choices.any"), "chosen", standing.restDays() == null));
        for (int months : MONTHS) {
            rests.add(Map.of(
                    "value", months,
                    "text", words.text("choices.months", Map.of("n", months)),
                    "chosen", Objects.equals(standing.restDays(), months * A_MONTH)));
        }
        return rests;
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
