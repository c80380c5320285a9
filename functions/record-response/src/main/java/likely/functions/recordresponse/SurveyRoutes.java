package likely.functions.recordresponse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import likely.aws.Log;
import likely.aws.http.Problem;
import likely.aws.http.ProxyEvent;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.ResponseRecorder;
import likely.surveys.ResponseRecorder.Outcome;
import likely.surveys.Submission;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.json.FieldError;
import org.jspecify.annotations.Nullable;

/** What to ask, and what was answered. */
final class SurveyRoutes {
    private final SettingsCache settings;
    private final ResponseRecorder recorder;
    private final Sender sender;
    private final BiConsumer<Survey, Outcome> received;

    SurveyRoutes(
            SettingsCache settings, ResponseRecorder recorder, Sender sender, BiConsumer<Survey, Outcome> received) {
        this.settings = settings;
        this.recorder = recorder;
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
        return survey.map(found -> Reply.json(200, SurveyDocument.publicView(found, recorder.isOpen(found)))
                        .with("Cache-Control", "public, max-age=60"))
                .orElseGet(SurveyRoutes::unknown);
    }

    Reply record(Request request) {
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
            return Problem.of(413, "Payload Too Large", "body", "is larger than 32 KB");
        }
        Outcome outcome = recorder.record(
                survey.get(),
                ProxyEvent.requireText(body),
                request.header("Origin"),
                sender.address(request).orElse(null));
        received.accept(survey.get(), outcome);
        return switch (outcome.recorded()) {
            case CREATED -> recorded(201, survey.get(), outcome);
            case EDITED, KNOWN -> recorded(200, survey.get(), outcome);
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
