package likely.functions.serveapi.resources;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import likely.functions.serveapi.access.Caller;
import likely.functions.serveapi.v1.V1.Greeting;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.Surveys;
import likely.surveys.access.Role;

/** Makes the survey for which the owner's key acts, when the owner first comes: an installation begins with one. */
public final class DefaultSurvey implements Greeting {
    private static final Map<String, Object> DEMO =
            Map.of("name", "Demo", "brand", "Acme", "segments", List.of("region", "reason"));

    private final Surveys surveys;
    private final String id;
    private final Clock clock;
    private volatile boolean known;

    public DefaultSurvey(Surveys surveys, String id, Clock clock) {
        this.surveys = surveys;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public void greet(Caller caller) {
        if (caller.role() != Role.OWNER || known) {
            return;
        }
        if (surveys.find(id).isEmpty()) {
            add();
        }
        known = true;
    }

    private void add() {
        long now = clock.instant().getEpochSecond();
        Survey blank = SurveyTemplate.RELATIONAL.survey(id, "Acme", now);
        try {
            surveys.add(SurveyDocument.apply(blank, DEMO));
        } catch (Surveys.Taken e) {
            // Another call of the owner's was faster, and made the same.
            return;
        }
    }
}
