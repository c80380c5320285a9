package likely.functions.plansurveys;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.ResponseId;
import likely.surveys.Touchpoint;
import likely.surveys.people.Person;

/** Answers of people, for tests. */
final class Answers {
    private Answers() {}

    /** Of somebody who was disappointed and may be contacted. */
    static Response detractor(Person person, Instant at) {
        String submission = "invitation-55";
        return new Response(
                ResponseId.of("demo", submission),
                "demo",
                submission,
                1,
                0,
                Score.of(3),
                "Slow",
                Map.of("contact", true),
                Map.of(),
                List.of(),
                person.id(),
                Map.of(),
                Map.of(),
                "en",
                null,
                Touchpoint.EMAIL,
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                at.getEpochSecond(),
                at.getEpochSecond(),
                null,
                false);
    }
}
