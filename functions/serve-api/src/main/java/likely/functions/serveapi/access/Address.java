package likely.functions.serveapi.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.aws.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a client finds this service: the address that the owner named, or the one that the request came to. Links and
 * cookies are made from it.
 *
 * @param origin such as {@code https://nps.example}
 * @param path before our own paths, such as {@code /live}; empty at the root
 */
public record Address(String origin, String path) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

    /**
     * Where the client of a request finds this service.
     *
     * @param publicUrl the owner's, or nothing
     */
    public static Address of(Request request, Optional<String> publicUrl) {
        return publicUrl.map(Address::named).orElseGet(() -> new Address(origin(request), request.base()));
    }

    private static Address named(String url) {
        String whole = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        int path = whole.indexOf('/', whole.indexOf("://") + 3);
        return path < 0 ? new Address(whole, "") : new Address(whole.substring(0, path), whole.substring(path));
    }

    /** As the client used it. */
    static String origin(Request request) {
        String host = HOST.matcher(request.host()).matches() ? request.host().toLowerCase(Locale.ROOT) : "localhost";
        String proto = first(request.header("X-Forwarded-Proto"));
        // API Gateway always says; what comes without is a test or a machine of one's own.
        boolean https = proto == null ? !LOOPBACK.matcher(host).matches() : proto.equalsIgnoreCase("https");
        return (https ? "https://" : "http://") + host;
    }

    private static @Nullable String first(@Nullable String list) {
        return list == null ? null : list.split(",", 2)[0].strip();
    }

    public boolean secure() {
        return origin.startsWith("https://");
    }

    public String cookiePath() {
        return path + "/";
    }

    /** The address of one of our paths, which begins with a slash. */
    public String of(String ownPath) {
        return origin + path + ownPath;
    }

    /** Whether an Origin header names this address, the default port said or not. */
    boolean is(String other) {
        try {
            URI a = URI.create(origin);
            URI b = URI.create(other);
            return a.getScheme().equalsIgnoreCase(b.getScheme())
                    && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
                    && port(a) == port(b);
        } catch (IllegalArgumentException | NullPointerException e) {
            return false; // "null", which a browser sends for pages without an origin
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
