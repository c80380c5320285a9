package likely.functions.serveapi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.aws.http.Request;
import likely.surveys.links.Hmac;

/**
 * A browser's session: a signed token in a cookie, kept nowhere. {@code <expiry>.<hash of the key>.<HMAC-SHA256 over
 * both>}, the expiry in Unix seconds, the HMAC in base64url.
 */
public final class Sessions {
    public static final String COOKIE = "likely_session";
    static final Duration LASTS = Duration.ofHours(12);

    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{64})\\.([A-Za-z0-9_-]{43})");

    private final Supplier<List<String>> secrets;
    private final Callers callers;
    private final Clock clock;

    /**
     * Signs and reads sessions.
     *
     * @param secrets the newest first, asked at each use; the one before it signed sessions that still last
     */
    public Sessions(Supplier<List<String>> secrets, Callers callers, Clock clock) {
        this.secrets = secrets;
        this.callers = callers;
        this.clock = clock;
    }

    /** The Set-Cookie header of a new session. */
    public String begin(Caller caller, Address address) {
        long expiry = clock.instant().plus(LASTS).getEpochSecond();
        String said = expiry + "." + caller.keyHash();
        // Without Max-Age: the cookie outlives its token, which tells an ended session from a client without one.
        return cookie(said + "." + sign(said, secrets.get().get(0)), address);
    }

    /** The Set-Cookie header that ends one. */
    public static String end(Address address) {
        return cookie("", address) + "; Max-Age=0";
    }

    /** Whether the request has a cookie of ours, good or not. */
    public static boolean isIn(Request request) {
        return !tokens(request).isEmpty();
    }

    /** The caller of a session that lasts and whose key still exists. */
    public Optional<Caller> caller(Request request) {
        // A browser that knows this service under two paths sends two.
        return tokens(request).stream().flatMap(token -> read(token).stream()).findFirst();
    }

    private Optional<Caller> read(String token) {
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()
                || Long.parseLong(matcher.group(1)) <= clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        String said = matcher.group(1) + "." + matcher.group(2);
        boolean signed = false;
        for (String secret : secrets.get()) {
            signed |= MessageDigest.isEqual(bytes(sign(said, secret)), bytes(matcher.group(3)));
        }
        return signed ? callers.byHash(matcher.group(2)) : Optional.empty();
    }

    private static String cookie(String value, Address address) {
        return COOKIE + "=" + value + "; Path=" + address.cookiePath() + "; HttpOnly; SameSite=Strict"
                + (address.secure() ? "; Secure" : "");
    }

    private static List<String> tokens(Request request) {
        List<String> tokens = new ArrayList<>();
        for (String header : request.headers().getOrDefault("cookie", List.of())) {
            for (String pair : header.split(";", -1)) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(COOKIE) && !parts[1].isEmpty()) {
                    tokens.add(parts[1]);
                }
            }
        }
        return tokens;
    }

    private static String sign(String said, String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.sha256(secret, bytes(said)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
