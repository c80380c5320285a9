package likely.surveys;

import org.jspecify.annotations.Nullable;

/**
 * What people are asked about.
 *
 * @param brand whose survey it is
 * @param name what is recommended: the brand itself, or one of its products or services
 * @param experience for {@link Kind#EXPERIENCE} alone, such as "your visit to our store"
 */
public record Subject(
        Kind kind, String brand, String name, @Nullable String experience) {
    public enum Kind {
        COMPANY,
        PRODUCT,
        SERVICE,
        EXPERIENCE
    }

    /** The question in English, in Bain's wording. */
    public String question() {
        return kind == Kind.EXPERIENCE
                ? "Based on your experience of " + experience + ", how likely are you to recommend " + brand
                        + " to a friend or colleague?"
                : "How likely is it that you would recommend " + name + " to a friend or colleague?";
    }
}
