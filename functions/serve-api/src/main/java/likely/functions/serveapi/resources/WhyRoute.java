package likely.functions.serveapi.resources;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.outreach.Finding;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import likely.surveys.planning.Reasons;
import org.jspecify.annotations.Nullable;

/** Why a person was asked, or was not: each campaign with each rule's word, and what became of each mail. */
public final class WhyRoute {
    private final Scope scope;
    private final Campaigns campaigns;
    private final People people;
    private final Invitations invitations;
    private final Addresses addresses;
    private final Clock clock;

    public WhyRoute(
            Scope scope,
            Campaigns campaigns,
            People people,
            Invitations invitations,
            Addresses addresses,
            Clock clock) {
        this.scope = scope;
        this.campaigns = campaigns;
        this.people = people;
        this.invitations = invitations;
        this.addresses = addresses;
        this.clock = clock;
    }

    public Route route() {
        return Route.of("GET", "people/{person}/why", Access.ANY_KEY, this::why);
    }

    private Reply why(Call call) {
        Survey survey = scope.survey(call);
        Person person = people.find(call.path("person"))
                .filter(found -> found.surveys().contains(survey.id()))
                .orElseThrow(Refusal::notFound);
        Standing standing = Optional.ofNullable(person.email())
                .map(addresses::ofEmail)
                .map(people::standing)
                .orElseGet(() -> Standing.unknown(""));
        Instant now = clock.instant();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person", person.id());
        json.put("survey", survey.id());
        json.put("at", now.getEpochSecond());
        json.put(
                "campaigns",
                campaigns.of(survey.id()).stream()
                        .map(campaign -> reason(Reasons.of(survey, campaign, person, standing, now)))
                        .toList());
        List<Map<String, Object>> mails = new ArrayList<>();
        invitations.ofPerson(person.id()).forEachRemaining(mail -> {
            if (mail.survey().equals(survey.id())) {
                mails.add(mail(mail));
            }
        });
        json.put("mails", mails);
        return Reply.json(200, json);
    }

    private static Map<String, Object> reason(Reasons.Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", reason.campaign().id());
        json.put("name", reason.campaign().name());
        json.put("enabled", reason.campaign().enabled());
        json.put("not_in_audience_because", lower(reason.miss()));
        json.put(
                "next_at",
                Optional.ofNullable(reason.next()).map(Instant::getEpochSecond).orElse(null));
        json.put("rules", reason.findings().stream().map(WhyRoute::rule).toList());
        return json;
    }

    private static Map<String, Object> rule(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", lower(finding.rule()));
        json.put("passes", finding.passes());
        json.put("until", finding.until());
        return json;
    }

    private static Map<String, Object> mail(Invitation mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", mail.id());
        json.put("campaign", mail.campaign());
        json.put("wave", mail.wave());
        json.put("kind", lower(mail.kind()));
        json.put("number", mail.number());
        json.put("state", lower(mail.state()));
        json.put("reason", mail.reason());
        json.put("due_at", mail.dueAt());
        json.put("sent_at", mail.sentAt());
        return json;
    }

    private static @Nullable String lower(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
