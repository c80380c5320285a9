package likely.surveys.widget;

import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import org.jspecify.annotations.Nullable;

/**
 * How a survey asks in product pages. Besides the trigger all conditions must hold: page views, share, pages, devices
 * and rest.
 *
 * @param pageViews from which view of the site's pages on
 * @param share of visitors who are asked at all, 0 to 1; the same visitors each time
 * @param pages patterns of paths on which it asks; empty for all
 * @param exceptPages patterns of paths on which it does not
 * @param restDays how long a browser rests after an answer
 * @param dismissedDays how long after the question was seen and not answered
 * @param color of the brand, {@code #rrggbb}; null for that of the mails
 * @param links under the thanks, by band
 * @param stamp whether the visitor's browser keeps when it was asked before there was an answer
 * @param doNotTrack whether a browser that asks not to be tracked is never asked by itself
 */
public record Widget(
        Trigger trigger,
        int pageViews,
        double share,
        List<String> pages,
        List<String> exceptPages,
        Set<Device> devices,
        int restDays,
        int dismissedDays,
        Position position,
        Theme theme,
        @Nullable String color,
        Map<Band, Link> links,
        boolean stamp,
        boolean doNotTrack) {

    public static final Widget DEFAULT = new Widget(
            Trigger.DEFAULT,
            1,
            1,
            List.of(),
            List.of(),
            Set.of(Device.values()),
            90,
            30,
            Position.BOTTOM_END,
            Theme.AUTO,
            null,
            Map.of(),
            true,
            false);

    public Widget {
        pages = List.copyOf(pages);
        exceptPages = List.copyOf(exceptPages);
        devices = Set.copyOf(devices);
        links = Map.copyOf(links);
    }

    /** What a visitor reads on, told by its pointer and the size of its screen. */
    public enum Device {
        DESKTOP,
        TABLET,
        MOBILE
    }

    /** Where the card stands; start and end are those of the line, so that they change sides where text is mirrored. */
    public enum Position {
        BOTTOM_END,
        BOTTOM_START,
        TOP_END,
        TOP_START,
        CENTER
    }

    public enum Theme {
        /** As the visitor's system has it. */
        AUTO,
        LIGHT,
        DARK
    }

    /**
     * Where somebody may go on.
     *
     * @param url https
     */
    public record Link(String text, String url) {}
}
