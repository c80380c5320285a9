package likely.surveys.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A brand's colour as a ground for text. Which text can be read on it, and whether it can be told from what is around it,
 * follows WCAG 2.2: contrast is (l1 + 0.05) / (l2 + 0.05) of the relative luminances, 4.5 for text, 3 for a shape.
 */
public record BrandColor(String hex) {
    /** How a colour is given. */
    public static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public static final String NO_HEX = "is not a color such as #2456c7";

    static final String CARD = "#ffffff";
    static final String DARK_CARD = "#1e1e1e";

    private static final String GRAY = "#8a8a8a";
    private static final double SHAPE = 3;

    /** White or black: one of them has at least 4.58 on any ground. */
    public String text() {
        return contrast("#ffffff") >= contrast("#000000") ? "#ffffff" : "#000000";
    }

    /** A border by which the shape is told from the card: its own colour where that is enough. */
    String edge(String card) {
        return contrast(card) >= SHAPE ? hex : GRAY;
    }

    /** From 1, which is none, to 21. */
    public double contrast(String other) {
        double one = luminance(hex);
        double two = luminance(other);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** That share of the way towards another colour, in the numbers that stand in its hex. */
    public BrandColor mixed(String other, double share) {
        return new BrandColor(IntStream.of(1, 3, 5)
                .mapToObj(at -> Math.round(value(hex, at) * (1 - share) + value(other, at) * share))
                .map(value -> String.format(Locale.ROOT, "%02x", value))
                .collect(Collectors.joining("", "#", "")));
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double share = value(hex, at) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int value(String hex, int at) {
        return Integer.parseInt(hex, at, at + 2, 16);
    }
}
