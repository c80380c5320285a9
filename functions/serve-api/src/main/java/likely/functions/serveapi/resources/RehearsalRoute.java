package likely.functions.serveapi.resources;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Refusal;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.Trigger;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.json.Invalid;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Standing;
import likely.surveys.planning.Forecast;
import likely.surveys.planning.ForecastSums;
import org.jspecify.annotations.Nullable;

/**
 * Rehearses a campaign with a schedule: whom it will ask on which day, and what will hold it back. A page of people a
 * call, so that a call's work is bounded however many there are; the caller adds the pages up.
 */
public final class RehearsalRoute {
    private static final int DAYS = 90;
    private static final int MOST_DAYS = 400;
    private static final int PER_PAGE = 500;
    private static final int MOST_PER_PAGE = 500;

    /** What SES takes for a thousand mails, in USD: https://aws.amazon.com/ses/pricing/ (2026). */
    private static final BigDecimal PRICE = new BigDecimal("0.10");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4})?");

    private final Scope scope;
    private final Parts parts;

    /** What it reads; it writes nothing. */
    public record Parts(
            Surveys surveys,
            Campaigns campaigns,
            People people,
            Invitations invitations,
            Addresses addresses,
            Clock clock) {}

    public RehearsalRoute(Scope scope, Parts parts) {
        this.scope = scope;
        this.parts = parts;
    }

    public Route route() {
        return Route.of("GET", "campaigns/{campaign}/rehearsal", Access.ANY_KEY, this::rehearse);
    }

    private Reply rehearse(Call call) {
        Survey survey = scope.survey(call);
        Campaign campaign =
                parts.campaigns().find(survey.id(), call.path("campaign")).orElseThrow(Refusal::notFound);
        if (!(campaign.trigger() instanceof Trigger.Schedule)) {
            throw new Invalid("campaign", "has no schedule: nobody knows which events and answers will come");
        }
        int days =
                (int) number(call, "days", 1, MOST_DAYS, new BigDecimal(DAYS)).longValue();
        BigDecimal price = number(call, "usd_per_thousand", 0, 1_000, PRICE);
        Instant now = parts.clock().instant();
        Instant until = now.plus(Duration.ofDays(days));
        int perPage = call.query().perPage(PER_PAGE, MOST_PER_PAGE);
        Audience audience = audience(Place.read(call.cursor().after()), perPage);
        ForecastSums sums = sums(survey, campaign, audience.people(), now, until);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("campaign", campaign.id());
        json.put("from", now.getEpochSecond());
        json.put("until", until.getEpochSecond());
        json.put("people", audience.people().size());
        json.put("mails", sums.mails());
        json.put("days", sums.days());
        json.put("held_back", sums.heldBack());
        json.put("usd_per_thousand", price);
        json.put(
                "usd",
                price.multiply(BigDecimal.valueOf(sums.mails()))
                        .divide(BigDecimal.valueOf(1_000), 6, RoundingMode.HALF_UP));
        json.put("askings", sums.askings().stream().map(RehearsalRoute::asking).toList());
        Reply reply = Reply.json(200, json);
        return audience.next().map(next -> call.withNext(reply, next.text())).orElse(reply);
    }

    private record Audience(List<Person> people, Optional<Place> next) {}

    /** So many people from a place on, from as many parts of the list as that takes. */
    private Audience audience(Place from, int most) {
        List<Person> people = new ArrayList<>();
        Optional<Place> place = Optional.of(from);
        while (place.isPresent() && people.size() < most) {
            Place at = place.get();
            People.Page page = parts.people().page(at.shard(), at.after(), most - people.size());
            people.addAll(page.people());
            place = at.next(page.next());
        }
        return new Audience(people, place);
    }

    private ForecastSums sums(Survey survey, Campaign campaign, List<Person> people, Instant now, Instant until) {
        Forecast forecast = new Forecast(campaigns(survey, campaign), now, until);
        ForecastSums sums = new ForecastSums(survey, campaign, until);
        for (Person person : people) {
            if (person.email() != null && person.surveys().contains(survey.id())) {
                Standing standing = parts.people().standing(parts.addresses().ofEmail(person.email()));
                List<Invitation> known = new ArrayList<>();
                parts.invitations().ofPerson(person.id()).forEachRemaining(known::add);
                sums.add(person, forecast.of(person, standing, known));
            }
        }
        return sums;
    }

    /** The one that is rehearsed, be it on or off, and all others that are on: they ask the same people. */
    private Map<Campaign, Survey> campaigns(Survey survey, Campaign campaign) {
        Map<Campaign, Survey> all = new LinkedHashMap<>();
        all.put(campaign, survey);
        for (Campaign other : parts.campaigns().all()) {
            if (other.enabled() && !other.id().equals(campaign.id())) {
                parts.surveys().find(other.survey()).ifPresent(asked -> all.put(other, asked));
            }
        }
        return all;
    }

    private static Map<String, Object> asking(Forecast.Asking asking) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person", asking.person());
        json.put("due_at", asking.due().getEpochSecond());
        json.put(
                "held_back_by",
                asking.heldBack().stream()
                        .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                        .toList());
        return json;
    }

    private static BigDecimal number(Call call, String name, int least, int most, BigDecimal otherwise) {
        Optional<String> given = call.query().text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        return given.filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .orElseThrow(() -> new Invalid(name, "is not a number from " + least + " to " + most));
    }

    /** Where the next page of people begins: which of the list's parts, and behind whom in it. */
    private record Place(int shard, @Nullable String after) {
        static Place read(@Nullable String text) {
            if (text == null) {
                return new Place(0, null);
            }
            int colon = text.indexOf(':');
            String shard = colon < 1 ? "" : text.substring(0, colon);
            if (!shard.matches("[0-9]") || Integer.parseInt(shard) >= People.SHARDS) {
                throw new Invalid("page_info", "is not one of this service's");
            }
            String after = text.substring(colon + 1);
            return new Place(Integer.parseInt(shard), after.isEmpty() ? null : after);
        }

        Optional<Place> next(@Nullable String token) {
            if (token != null) {
                return Optional.of(new Place(shard, token));
            }
            return shard + 1 < People.SHARDS ? Optional.of(new Place(shard + 1, null)) : Optional.empty();
        }

        String text() {
            return shard + ":" + (after == null ? "" : after);
        }
    }
}
