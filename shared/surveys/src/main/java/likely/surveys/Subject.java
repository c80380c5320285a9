package likely.surveys;

import org.jspecify.annotations.Nullable;

/**
 * What people are asked about.
 *
 * @param name what is recommended: a company, product or service, or the brand behind an experience
 * @param experience for {@link Kind#EXPERIENCE} alone, such as "your visit to our store"
 */
public record Subject(Kind kind, String name, @Nullable String experience) {
    public enum Kind {
        COMPANY,
        PRODUCT,
        SERVICE,
        EXPERIENCE
    }

    /** The question in English, in Bain's wording. */
    public String question() {
        return kind == Kind.EXPERIENCE
                ? "Based on your experience of " + experience + ", how likely are you to recommend " + name
                        + " to a friend or colleague?"
                : "How likely is it that you would recommend " + name + " to a friend or colleague?";
    }
}
