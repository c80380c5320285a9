package likely.surveys.widget;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import likely.surveys.ResponseRecorder;
import likely.surveys.Submission.Claim;
import likely.surveys.Survey;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.outreach.Finding;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be asked in a page now, by all that is known of them over surveys and channels. Only of people
 * whom the shop's server signed: told to anybody, it would tell who is a customer.
 */
public final class PageAskings {
    /** Whoever is overtaken so often is being asked elsewhere. */
    private static final int MOST_ATTEMPTS = 4;

    private final SignedVisitors people;
    private final Visitors visitors;
    private final Predicate<Survey> open;
    private final Clock clock;

    /** @param open whether a survey takes answers */
    public PageAskings(SignedVisitors people, Visitors visitors, Predicate<Survey> open, Clock clock) {
        this.people = people;
        this.visitors = visitors;
        this.open = open;
        this.clock = clock;
    }

    private record Request(Claim.Signed person, boolean dismissed) {}

    /**
     * Answers whether to ask, and notes a yes as an asking in the same write; or notes that one was closed without an
     * answer. Of somebody who is signed without an address nothing is known or noted: they may be asked.
     *
     * @param body {@code {"person": {"payload", "signature"}, "dismissed"?}}
     * @param origin the web origin of the page, or null outside of browsers
     * @throws Invalid naming what is wrong
     * @throws ResponseRecorder.OriginRefused when the page's origin is not one of the survey's
     * @throws likely.surveys.Unavailable when nobody can tell now
     */
    public boolean ask(Survey survey, String body, @Nullable String origin) {
        if (!survey.allows(origin)) {
            throw new ResponseRecorder.OriginRefused();
        }
        Request request = read(body);
        Optional<String> address = people.asking(survey, request.person());
        if (request.dismissed()) {
            address.ifPresent(known -> visitors.dismissed(known, survey.occasion(), now().getEpochSecond()));
            return false;
        }
        return open.test(survey) && address.map(known -> claim(survey, known)).orElse(true);
    }

    private static Request read(String body) {
        Fields fields = Fields.of(Json.object(body));
        Claim person = Claim.read(fields);
        Boolean dismissed = fields.bool("dismissed");
        fields.check();
        if (person instanceof Claim.Signed signed) {
            return new Request(signed, Boolean.TRUE.equals(dismissed));
        }
        throw new Invalid("person", "is not signed: only the shop's own server may ask this of somebody");
    }

    /** What is known may change between reading and noting, as in another tab: then it is judged anew. */
    private boolean claim(Survey survey, String address) {
        String asking = Rules.IN_PAGE + UUID.randomUUID();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Standing read = visitors.of(address);
            if (asking.equals(read.askedBy())) {
                return true; // by this call, whose reply was lost
            }
            Relation relation = Optional.ofNullable(read.person())
                    .flatMap(visitors::relation)
                    .orElse(null);
            Instant now = now();
            if (!Rules.inPage(survey, relation, read, now).stream().allMatch(Finding::passes)) {
                return false;
            }
            if (visitors.ask(read, survey.occasion(), asking, now.getEpochSecond())) {
                return true;
            }
        }
        return false;
    }

    private Instant now() {
        return clock.instant();
    }
}
