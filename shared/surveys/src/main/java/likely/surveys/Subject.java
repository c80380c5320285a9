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
}
