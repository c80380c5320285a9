package likely.surveys.outreach;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param until from when on, in Unix seconds, it will not speak against the mail any more; null for never, or when it
 *     does not now
 */
public record Finding(Rule rule, boolean passes, @Nullable Long until) {
    static Finding passed(Rule rule) {
        return new Finding(rule, true, null);
    }
}
