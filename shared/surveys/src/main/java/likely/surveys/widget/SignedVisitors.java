package likely.surveys.widget;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Identities;
import likely.surveys.Submission.Claim;
import likely.surveys.Survey;
import likely.surveys.json.Invalid;
import likely.surveys.people.Addresses;
import org.jspecify.annotations.Nullable;

/**
 * Visitors whom the shop's server signed, by their address. The shop's own ids are not ours, so whoever is signed without
 * an email address is known to nobody here.
 */
public final class SignedVisitors {
    private final Identities identities;
    private final Addresses addresses;
    private final Visitors visitors;
    private final Clock clock;

    public SignedVisitors(Identities identities, Addresses addresses, Visitors visitors, Clock clock) {
        this.identities = identities;
        this.addresses = addresses;
        this.visitors = visitors;
        this.clock = clock;
    }

    /**
     * Somebody who is signed with an email address.
     *
     * @param address its key
     * @param person the person's id, or null when nobody is known behind the address
     */
    public record Visitor(String address, @Nullable String person) {}

    /** Who answers: nothing for somebody unsigned, or signed without an address. */
    public Optional<Visitor> answering(Identities.Checked identity) {
        return address(identity.proven())
                .map(key -> new Visitor(key, visitors.of(key).person()));
    }

    /** Notes that somebody answered, so that nobody asks them anew. */
    public void answered(Survey survey, Visitor who, String response) {
        visitors.answered(who.address(), survey.occasion(), survey.id(), "response-" + response, now());
    }

    /**
     * Where somebody is known who is to be asked.
     *
     * @return the address's key; nothing for who is signed without one
     * @throws Invalid when a signature is wrong or its time is over
     */
    Optional<String> asking(Survey survey, Claim.Signed claim) {
        Map<String, String> proven = identities.check(claim, survey.id(), now()).proven();
        if (proven.isEmpty()) {
            throw new Invalid("person.payload", "has expired, or names nobody");
        }
        return address(proven);
    }

    private Optional<String> address(Map<String, String> proven) {
        return Optional.ofNullable(proven.get("email"))
                .filter(Addresses::isEmail)
                .map(addresses::ofEmail);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
