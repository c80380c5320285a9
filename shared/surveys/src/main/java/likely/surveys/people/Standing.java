package likely.surveys.people;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.invitations.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one address. It outlives the person: who was erased stays unsubscribed, and is not asked again at
 * once when added anew.
 *
 * @param address the address's key, see {@link Addresses}
 * @param person whose it is, or null when that person was erased or never added
 * @param unsubscribedAt from all mail, in Unix seconds, or null
 * @param unsubscribedFrom surveys that the person wants no more of
 * @param bouncedAt when a bounce said that nothing will ever arrive, or null
 * @param complainedAt when a mail was reported as spam, or null
 * @param softBounces in a row, since the last delivery
 * @param asked when a survey was last asked, by whatever channel, by its occasion; Unix seconds
 * @param askedBy the invitation, or the widget's asking, that asked last; null before the first
 * @param respondedAt of the newest answer, or null
 * @param restDays how many days at least the person wants between two askings, or null
 * @param dismissed when an asking in a page was last closed without an answer, by its occasion; Unix seconds
 * @param responded when each survey was last answered in a page; Unix seconds
 */
public record Standing(
        String address,
        @Nullable String person,
        @Nullable Long unsubscribedAt,
        Set<String> unsubscribedFrom,
        @Nullable Long bouncedAt,
        @Nullable Long complainedAt,
        int softBounces,
        Map<Occasion, Long> asked,
        @Nullable String askedBy,
        @Nullable Long respondedAt,
        @Nullable Integer restDays,
        Map<Occasion, Long> dismissed,
        Map<String, Long> responded) {

    public Standing {
        unsubscribedFrom = Set.copyOf(unsubscribedFrom);
        asked = Map.copyOf(asked);
        dismissed = Map.copyOf(dismissed);
        responded = Map.copyOf(responded);
    }

    /** Of an address that nothing is known of. */
    public static Standing unknown(String address) {
        return new Standing(
                address, null, null, Set.of(), null, null, 0, Map.of(), null, null, null, Map.of(), Map.of());
    }

    /** Whether no mail at all may go there. */
    public boolean suppressed() {
        return unsubscribedAt != null || bouncedAt != null || complainedAt != null;
    }

    /** When anything was last asked, for whatever occasion. */
    public Optional<Long> lastAsked() {
        return asked.values().stream().max(Long::compare);
    }

    /** When an asking in a page was last closed without an answer, for whatever occasion. */
    public Optional<Long> lastDismissed() {
        return dismissed.values().stream().max(Long::compare);
    }
}
