package likely.surveys.json;

import java.net.URI;

/** Addresses that owners give, for people to follow. */
public final class WebAddress {
    private WebAddress() {}

    /** A whole address of the scheme https, and of no other: a page that links to it must not run it. */
    public static boolean isHttps(String text) {
        try {
            URI address = URI.create(text);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
