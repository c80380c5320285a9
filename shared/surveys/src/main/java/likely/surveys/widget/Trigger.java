package likely.surveys.widget;

import org.jspecify.annotations.Nullable;

/**
 * What makes the widget ask: the first of these that happens. None at all leaves it to the page, which opens it.
 *
 * @param afterSeconds so long on the page, or null
 * @param scrollPercent so far down the page, or null
 * @param element a CSS selector of what was seen, or null
 * @param event a name that the page tells, or null
 * @param exitIntent the pointer leaves towards the tabs
 */
public record Trigger(
        @Nullable Integer afterSeconds,
        @Nullable Integer scrollPercent,
        @Nullable String element,
        @Nullable String event,
        boolean exitIntent) {
    static final Trigger DEFAULT = new Trigger(10, null, null, null, false);
}
