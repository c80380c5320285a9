package likely.surveys.outreach;

import org.jspecify.annotations.Nullable;

/**
 * Whose mail it is.
 *
 * @param name beside the address that it comes from; null for the brand
 * @param address that it comes from; null for the installation's own
 * @param replyTo a real address, read by people; null for the one it comes from
 * @param postalAddress in the footer, as many laws ask for
 * @param color of the brand, {@code #rrggbb}
 * @param logo https address of an image, or null
 */
public record Sender(
        @Nullable String name,
        @Nullable String address,
        @Nullable String replyTo,
        @Nullable String postalAddress,
        String color,
        @Nullable String logo) {
    public static final Sender NONE = new Sender(null, null, null, null, "#2456c7", null);
}
