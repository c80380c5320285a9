package likely.functions.serveapi.resources;

import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.Warnings;
import likely.surveys.json.Fields;

/** A survey's campaigns: made, listed, changed, switched off. */
public final class CampaignRoutes {
    private static final int PER_PAGE = 100;

    private final Scope scope;
    private final Campaigns campaigns;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CampaignRoutes(Scope scope, Campaigns campaigns, Clock clock) {
        this.scope = scope;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "campaigns", Access.ANY_KEY, this::list),
                Route.of("POST", "campaigns", Access.NO_VIEWER, this::create),
                Route.of("GET", "campaigns/{campaign}", Access.ANY_KEY, this::one),
                Route.of(
                        "PUT",
                        "campaigns/{campaign}",
                        Access.NO_VIEWER,
                        call -> change(call, call.body().coerced())),
                Route.of(
                        "DELETE",
                        "campaigns/{campaign}",
                        Access.NO_VIEWER,
                        call -> change(call, Map.of("enabled", false))));
    }

    private Reply list(Call call) {
        Survey survey = scope.survey(call);
        List<Campaign> all = campaigns.of(survey.id());
        String after = requireNonNullElse(call.cursor().after(), "");
        int perPage = call.query().perPage(PER_PAGE, PER_PAGE);
        List<Campaign> left = all.stream()
                .filter(campaign -> campaign.id().compareTo(after) > 0)
                .toList();
        List<Campaign> page = left.subList(0, Math.min(perPage, left.size()));
        Reply reply = Reply.json(
                200, page.stream().map(campaign -> view(survey, campaign, all)).toList());
        return page.size() == left.size()
                ? reply
                : call.withNext(reply, page.get(page.size() - 1).id());
    }

    private Reply one(Call call) {
        Survey survey = scope.survey(call);
        return Reply.json(200, view(survey, find(call, survey), campaigns.of(survey.id())));
    }

    private Reply create(Call call) {
        Survey survey = scope.survey(call);
        String id = Long.toString(random.nextLong(1, Long.MAX_VALUE));
        Campaign campaign = CampaignDocument.create(
                id, survey, call.body().coerced(), clock.instant().getEpochSecond());
        campaigns.add(campaign);
        return Reply.json(201, view(survey, campaign, campaigns.of(survey.id())));
    }

    /** Somebody else's change meanwhile is no conflict unless the caller says which version is changed. */
    private Reply change(Call call, Map<String, Object> given) {
        Survey survey = scope.survey(call);
        Fields fields = Fields.of(given);
        Long version = fields.seconds("version");
        fields.check();
        for (boolean again : List.of(true, false)) {
            Campaign campaign = find(call, survey);
            if (version != null && version != campaign.version()) {
                throw Refusal.conflict();
            }
            Campaign changed = CampaignDocument.changed(
                    campaign, survey, given, clock.instant().getEpochSecond());
            try {
                campaigns.replace(changed);
                return Reply.json(200, view(survey, changed, campaigns.of(survey.id())));
            } catch (Campaigns.Changed e) {
                if (!again || version != null) {
                    throw Refusal.conflict();
                }
            }
        }
        throw Refusal.conflict();
    }

    private Campaign find(Call call, Survey survey) {
        return campaigns.find(survey.id(), call.path("campaign")).orElseThrow(Refusal::notFound);
    }

    private static Map<String, Object> view(Survey survey, Campaign campaign, List<Campaign> siblings) {
        Map<String, Object> view = CampaignDocument.write(campaign);
        view.put("warnings", Warnings.of(survey, campaign, siblings));
        return view;
    }
}
