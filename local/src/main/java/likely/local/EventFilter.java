package likely.local;

import java.util.List;
import java.util.Map;
import likely.embedded.Properties;
import likely.embedded.TemplateException;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Ruler;

/** FilterCriteria of an event source mapping: an event passes that matches one of the patterns, or if there are none. */
public record EventFilter(List<String> patterns) {

    public static EventFilter of(Properties mapping) {
        return new EventFilter(mapping.object("FilterCriteria").objects("Filters").stream()
                .map(each -> each.text("Pattern"))
                .toList());
    }

    public boolean passes(Map<String, ? extends @Nullable Object> event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(Json.text(event), pattern));
    }

    /** Whether an event matches a pattern, by AWS's own matcher. */
    public static boolean matches(String event, String pattern) {
        try {
            return Ruler.matchesRule(event, pattern);
        } catch (Exception e) { // declared so by the library
            throw new TemplateException("The event pattern " + pattern + " cannot be used: " + e.getMessage(), e);
        }
    }
}
