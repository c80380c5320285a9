package likely.functions.serveapi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.Touchpoint;
import likely.surveys.answers.InMemoryAnswers;

/** Responses as visitors give them. */
final class Answers {
    private static final AtomicInteger SUBMISSIONS = new AtomicInteger();

    private Answers() {}

    static Response of(String survey, Map<String, Object> answers) {
        return response(survey, 9, 1_700_000_000, ZoneOffset.UTC, answers, Map.of(), Map.of(), Map.of());
    }

    static Response at(String survey, int score, long createdAt, ZoneId zone, Map<String, String> properties) {
        return response(survey, score, createdAt, zone, Map.of(), properties, Map.of(), Map.of());
    }

    static Response ofPerson(String survey, Map<String, String> identity, Map<String, String> claim) {
        return response(survey, 9, 1_700_000_000, ZoneOffset.UTC, Map.of(), Map.of("region", "EU"), identity, claim);
    }

    /** One that was marked, since so many came from its place. */
    static Response fromPlace(String survey, int score, long createdAt, String source) {
        Response plain = at(survey, score, createdAt, ZoneOffset.UTC, Map.of());
        return InMemoryAnswers.marked(plain, source, false, plain.rev(), plain.updatedAt());
    }

    private static Response response(
            String survey,
            int score,
            long createdAt,
            ZoneId zone,
            Map<String, Object> answers,
            Map<String, String> properties,
            Map<String, String> identity,
            Map<String, String> claim) {
        String submission = "visitor-" + SUBMISSIONS.incrementAndGet();
        List<String> segments = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
        return new Response(
                ResponseId.of(survey, submission),
                survey,
                submission,
                1,
                0,
                Score.of(score),
                null,
                answers,
                properties,
                segments,
                null,
                identity,
                claim,
                null,
                null,
                Touchpoint.WIDGET,
                LocalDate.ofInstant(Instant.ofEpochSecond(createdAt), zone),
                createdAt,
                createdAt,
                null,
                false);
    }
}
