package likely.surveys.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a planned mail is called off before its time; stored as its reason. */
public enum CallOff {
    /** The campaign was changed, and does not ask this person then any more. */
    CAMPAIGN_CHANGED(true),
    /** The answer was changed, and does not call for this any more. */
    ANSWER_CHANGED(true),
    /** The answer was erased, or has expired. */
    ANSWER_REMOVED(false),
    /** The person has answered. */
    ANSWERED(false),
    /** A later event has undone the one that it was for. */
    EVENT_UNDONE(false);

    private final boolean revivable;

    CallOff(boolean revivable) {
        this.revivable = revivable;
    }

    /** Whether planning the same mail again brings it back. */
    public boolean revivable() {
        return revivable;
    }

    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reasons of those that planning brings back. */
    public static List<String> revivableReasons() {
        return Arrays.stream(values())
                .filter(CallOff::revivable)
                .map(CallOff::reason)
                .toList();
    }
}
