package likely.functions.recordresponse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import likely.aws.Log;
import likely.aws.http.Problem;
import likely.aws.http.ProxyEvent;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.ResponseRecorder;
import likely.surveys.ResponseRecorder.Outcome;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.json.FieldError;
import likely.surveys.widget.PageAskings;
import likely.surveys.widget.PublicSurvey;
import org.jspecify.annotations.Nullable;

/** What to ask, and what was answered. */
final class SurveyRoutes {
    private final SettingsCache settings;
    private final ResponseRecorder recorder;
    private final PageAskings askings;
    private final Sender sender;
    private final BiConsumer<Survey, Outcome> received;

    SurveyRoutes(
            SettingsCache settings,
            ResponseRecorder recorder,
            PageAskings askings,
            Sender sender,
            BiConsumer<Survey, Outcome> received) {
        this.settings = settings;
        this.recorder = recorder;
        this.askings = askings;
        this.sender = sender;
        this.received = received;
    }

    /** Notes in the log what became of a submission, by ids alone. */
    static void log(Survey survey, Outcome outcome) {
        Log.info(
                "response.received",
                Map.of(
                        "survey",
                        survey.id(),
                        "response",
                        outcome.id(),
                        "outcome",
                        outcome.recorded().name().toLowerCase(Locale.ROOT)));
    }

    Reply settings(Request request) {
        Optional<Survey> survey = settings.find(request.pathParameter("survey"));
        @Nullable String wanted = request.parameter("language").orElse(null);
        return survey.map(found -> Reply.json(200, PublicSurvey.of(found, recorder.isOpen(found), wanted))
                        .with("Cache-Control", "public, max-age=60"))
                .orElseGet(SurveyRoutes::unknown);
    }

    Reply record(Request request) {
        return posted(request, (survey, body) -> record(survey, body, request));
    }

    /** Whether somebody signed may be asked now. */
    Reply ask(Request request) {
        return posted(
                request,
                (survey, body) -> Reply.json(200, Map.of("ask", askings.ask(survey, body, request.header("Origin"))))
                        .with("Cache-Control", "no-store"));
    }

    /** What is the same of all that pages post. */
    private Reply posted(Request request, BiFunction<Survey, String, Reply> answer) {
        Optional<Survey> survey = settings.find(request.pathParameter("survey"));
        if (survey.isEmpty()) {
            return unknown();
        }
        String contentType = contentType(request.header("Content-Type"));
        if (!contentType.equals("application/json")) {
            return Problem.of(415, "Unsupported Media Type", "Content-Type", "is not application/json");
        }
        String body = request.body();
        if (body != null && body.getBytes(StandardCharsets.UTF_8).length > Submission.MOST_BYTES) {
            return Problem.of(
                    413, "Payload Too Large", "body", "is larger than " + Submission.MOST_BYTES / 1024 + " KB");
        }
        return answer.apply(survey.get(), ProxyEvent.requireText(body));
    }

    private Reply record(Survey survey, String body, Request request) {
        Outcome outcome = recorder.record(
                survey, body, request.header("Origin"), sender.address(request).orElse(null));
        received.accept(survey, outcome);
        return switch (outcome.recorded()) {
            case CREATED -> recorded(201, survey, outcome);
            case EDITED, KNOWN -> recorded(200, survey, outcome);
            case ERASED -> Problem.of(410, "Gone", "submissionId", "is of an answer that was erased");
            case TAKEN ->
                Problem.of(409, "Conflict", "submissionId", "collides with another one: send it under a new one");
        };
    }

    /** The same for a first edition, a later one and a resend. */
    private static Reply recorded(int status, Survey survey, Outcome outcome) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", outcome.id());
        reply.put("survey", survey.id());
        reply.put("submissionId", outcome.submissionId());
        return Reply.json(status, reply);
    }

    private static Reply unknown() {
        return Problem.of(404, "Not Found", List.of(new FieldError("survey", "is not known")));
    }

    private static String contentType(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
