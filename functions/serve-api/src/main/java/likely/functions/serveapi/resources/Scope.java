package likely.functions.serveapi.resources;

import java.util.Optional;
import likely.functions.serveapi.access.Caller;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.surveys.Survey;
import likely.surveys.Surveys;

/** For which survey a call is: the key tells, or for the owner's key the parameter {@code survey}. */
public final class Scope {
    private final Surveys surveys;
    private final String defaultSurvey;

    public Scope(Surveys surveys, String defaultSurvey) {
        this.surveys = surveys;
        this.defaultSurvey = defaultSurvey;
    }

    /** The survey of a call about answers or scores. */
    Survey survey(Call call) {
        String own = Optional.ofNullable(call.caller().survey()).orElse(defaultSurvey);
        return reach(call.caller(), call.query().text("survey").orElse(own));
    }

    /** A survey by its id. */
    Survey reach(Caller caller, String id) {
        if (!caller.reaches(id)) {
            throw Refusal.forbidden();
        }
        return surveys.find(id).orElseThrow(Refusal::notFound);
    }
}
