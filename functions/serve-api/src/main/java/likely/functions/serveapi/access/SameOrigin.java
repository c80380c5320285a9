package likely.functions.serveapi.access;

import java.util.Optional;
import likely.aws.http.Request;

/**
 * Whether a browser sent a request from one of our own pages. A browser says so in Sec-Fetch-Site, or in Origin where it
 * does not trust the address (plain HTTP); pages cannot forge either.
 */
public final class SameOrigin {
    private SameOrigin() {}

    public enum Verdict {
        SAME,
        OTHER,
        /** Neither header is there: no browser of today. */
        UNSAID
    }

    public static Verdict of(Request request, Optional<String> publicUrl) {
        String site = request.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") ? Verdict.SAME : Verdict.OTHER;
        }
        String origin = request.header("Origin");
        if (origin == null) {
            return Verdict.UNSAID;
        }
        boolean own = Address.of(request, publicUrl).is(origin) || new Address(Address.origin(request), "").is(origin);
        return own ? Verdict.SAME : Verdict.OTHER;
    }
}
