package likely.surveys.widget;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.json.Fields;
import likely.surveys.json.Json;
import likely.surveys.mail.BrandColor;
import likely.surveys.widget.Widget.Device;
import likely.surveys.widget.Widget.Link;
import likely.surveys.widget.Widget.Position;
import likely.surveys.widget.Widget.Theme;
import org.jspecify.annotations.Nullable;

/** The part {@code widget} of a survey's document. */
public final class WidgetDocument {
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_VIEWS = 1_000;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_PATTERNS = 50;
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_SELECTOR = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 1_000;

    private static final Map<String, Device> DEVICES = new LinkedHashMap<>();

    static {
        for (Device device : Device.values()) {
            DEVICES.put(name(device), device);
        }
    }

    private WidgetDocument() {}

    /** A widget with what is given in the place of what it had; a trigger that is given replaces the other as a whole. */
    public static Widget read(Fields survey, Widget base) {
        Fields fields = survey.object("widget");
        if (fields == null) {
            return base;
        }
        return new Widget(
                trigger(fields.object("trigger"), base.trigger()),
                requireNonNullElse(fields.integer("page_views", 1, MOST_VIEWS), base.pageViews()),
                requireNonNullElse(fields.number("share", 0, 1), base.share()),
                patterns(fields, "pages", base.pages()),
                patterns(fields, "except_pages", base.exceptPages()),
                devices(fields, base.devices()),
                requireNonNullElse(fields.integer("rest_days", 0, MOST_DAYS), base.restDays()),
                requireNonNullElse(fields.integer("dismissed_days", 0, MOST_DAYS), base.dismissedDays()),
                requireNonNullElse(fields.one("position", Position.class, WidgetDocument::name), base.position()),
                requireNonNullElse(fields.one("theme", Theme.class), base.theme()),
                color(fields, base.color()),
                links(fields.object("links"), base.links()),
                requireNonNullElse(fields.bool("stamp"), base.stamp()),
                requireNonNullElse(fields.bool("do_not_track"), base.doNotTrack()));
    }

    public static Map<String, Object> write(Widget widget) {
        Map<String, Object> json = rules(widget);
        json.put("color", widget.color());
        return json;
    }

    /** All but the colour, which pages get worked out. */
    static Map<String, Object> rules(Widget widget) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trigger", write(widget.trigger()));
        json.put("page_views", widget.pageViews());
        json.put("share", widget.share());
        json.put("pages", widget.pages());
        json.put("except_pages", widget.exceptPages());
        json.put(
                "devices",
                widget.devices().stream().sorted().map(WidgetDocument::name).toList());
        json.put("rest_days", widget.restDays());
        json.put("dismissed_days", widget.dismissedDays());
        json.put("position", name(widget.position()));
        json.put("theme", name(widget.theme()));
        json.put("links", write(widget.links()));
        json.put("stamp", widget.stamp());
        json.put("do_not_track", widget.doNotTrack());
        return json;
    }

    private static Trigger trigger(@Nullable Fields fields, Trigger base) {
        return fields == null
                ? base
                : new Trigger(
                        fields.integer("after_seconds", 0, MOST_SECONDS),
                        fields.integer("scroll_percent", 0, 100),
                        fields.text("element", LONGEST_SELECTOR),
                        fields.text("event", LONGEST_NAME),
                        requireNonNullElse(fields.bool("exit_intent"), false));
    }

    private static Map<String, Object> write(Trigger trigger) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("after_seconds", trigger.afterSeconds());
        json.put("scroll_percent", trigger.scrollPercent());
        json.put("element", trigger.element());
        json.put("event", trigger.event());
        json.put("exit_intent", trigger.exitIntent());
        return json;
    }

    private static Map<String, Object> write(Map<Band, Link> links) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            Link link = links.get(band);
            if (link != null) {
                json.put(name(band), Json.texts("text", link.text(), "url", link.url()));
            }
        }
        return json;
    }

    private static List<String> patterns(Fields fields, String name, List<String> base) {
        List<String> patterns = fields.texts(name, MOST_PATTERNS, LONGEST_PATTERN);
        if (patterns == null) {
            return base;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (!patterns.get(i).startsWith("/") && !patterns.get(i).startsWith("*")) {
                fields.refuse(name + "[" + i + "]", "is not the pattern of a path such as /products/*");
            }
        }
        return patterns;
    }

    private static Set<Device> devices(Fields fields, Set<Device> base) {
        List<String> names = fields.texts("devices", Device.values().length, LONGEST_NAME);
        if (names == null) {
            return base;
        }
        if (names.isEmpty()) {
            fields.refuse("devices", "is empty");
        }
        Set<Device> devices = EnumSet.noneOf(Device.class);
        for (int i = 0; i < names.size(); i++) {
            Device device = DEVICES.get(names.get(i));
            if (device == null) {
                fields.refuse("devices[" + i + "]", "is not one of " + String.join(", ", DEVICES.keySet()));
            } else {
                devices.add(device);
            }
        }
        return devices;
    }

    /** Null takes the own colour back. */
    private static @Nullable String color(Fields fields, @Nullable String base) {
        if (!fields.has("color")) {
            return fields.cleared("color") ? null : base;
        }
        return fields.matching("color", BrandColor.HEX, BrandColor.NO_HEX);
    }

    /** By band; null takes a band's link away. */
    private static Map<Band, Link> links(@Nullable Fields fields, Map<Band, Link> base) {
        if (fields == null) {
            return base;
        }
        Map<Band, Link> links = new EnumMap<>(Band.class);
        links.putAll(base);
        for (Band band : Band.values()) {
            if (fields.names().contains(name(band))) {
                links.remove(band);
                Link link = link(fields.object(name(band)));
                if (link != null) {
                    links.put(band, link);
                }
            }
        }
        return links;
    }

    private static @Nullable Link link(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        for (String name : List.of("text", "url")) {
            if (!fields.has(name)) {
                fields.refuse(name, "is missing");
            }
        }
        String text = fields.text("text", LONGEST_NAME);
        String url = fields.https("url", LONGEST_URL);
        return text == null || url == null ? null : new Link(text, url);
    }

    /** {@code bottom-end} of BOTTOM_END. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
