package likely.functions.serveapi.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key in a Basic Authorization header: the user's name, whatever the password. Some clients leave out the colon
 * between the two, which frameworks' own readers refuse.
 */
public final class BasicKey {
    private static final String SCHEME = "basic ";

    private BasicKey() {}

    public static Optional<String> read(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String given = authorization.substring(SCHEME.length()).strip();
        try {
            String decoded = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return Optional.of(colon < 0 ? decoded : decoded.substring(0, colon))
                    .filter(key -> !key.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
