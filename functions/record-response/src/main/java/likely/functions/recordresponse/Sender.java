package likely.functions.recordresponse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.Log;
import likely.aws.http.Request;
import likely.surveys.Unavailable;

/**
 * From which address a request comes. API Gateway sees who calls it: a visitor, or CloudFront where an installation stands
 * behind it. What CloudFront says of the visitor is believed only of a request that bears CloudFront's secret, since
 * anybody may call API Gateway with such headers.
 */
final class Sender {
    /** Which CloudFront adds to what it passes on; its value is the environment's {@code EDGE_KEY}. */
    static final String EDGE = "X-Likely-Edge";

    private static final String VIEWER = "CloudFront-Viewer-Address";
    private static final String FORWARDED = "x-forwarded-for";

    private final Optional<String> edgeKey;

    /** @param edgeKey none where nothing stands before API Gateway */
    Sender(Optional<String> edgeKey) {
        this.edgeKey = edgeKey.filter(key -> !key.isBlank());
    }

    /** The address as it was given, which may be none; nothing where only CloudFront's own is known. */
    Optional<String> address(Request request) {
        return isFromEdge(request) ? viewer(request) : Optional.ofNullable(request.sourceIp());
    }

    private boolean isFromEdge(Request request) {
        String given = request.header(EDGE);
        return given != null
                && edgeKey.isPresent()
                && MessageDigest.isEqual(given.getBytes(UTF_8), edgeKey.get().getBytes(UTF_8));
    }

    private static Optional<String> viewer(Request request) {
        String viewer = request.header(VIEWER);
        return viewer == null ? beforeEdge(request) : Optional.of(withoutPort(viewer.strip()));
    }

    /** {@code 192.0.2.4:51234}, {@code 2001:db8::1:51234} or {@code [2001:db8::1]:51234}: the port is always there. */
    private static String withoutPort(String viewer) {
        int colon = viewer.lastIndexOf(':');
        String address = colon < 0 ? viewer : viewer.substring(0, colon);
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    /** Each adds whom it heard from: the last one is CloudFront, the one before it the visitor, and more may be made up. */
    private static Optional<String> beforeEdge(Request request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.headers().getOrDefault(FORWARDED, List.of())) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        return hops.size() < 2
                ? Optional.empty()
                : Optional.of(hops.get(hops.size() - 2).strip());
    }

    /** Notes that the store of places could not be asked; the answer itself was recorded. */
    static void logUncounted(Unavailable e) {
        Log.error(
                "sources.uncounted",
                "nothing, while it passes; if it lasts, look at the table Sources: nobody is slowed meanwhile",
                e,
                Map.of());
    }
}
