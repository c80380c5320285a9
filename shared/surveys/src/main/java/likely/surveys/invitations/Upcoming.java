package likely.surveys.invitations;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who will be asked next, and when. */
@FunctionalInterface
public interface Upcoming {
    /** Of each person, so many of the newest planned mails are looked through. */
    int MOST_LOOKED_AT = 25;

    /**
     * By person, when the next survey is due, in Unix seconds; those of whom none waits are left out.
     *
     * @param survey which one, or null for any
     * @throws likely.surveys.Unavailable when the store cannot be reached
     */
    Map<String, Long> next(Collection<String> people, @Nullable String survey);
}
