package likely.local.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.local.http.Reply;
import likely.local.http.Request;

/** Who is signed in to the shop, by a cookie; forgotten when the machine stops. There is no password: nothing is at stake. */
final class Sessions {

    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)acme=([0-9a-f]{32})(?:;|$)");
    private static final String ATTRIBUTES = "; Path=/demo; HttpOnly; SameSite=Lax";
    private static final int MOST = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Customer> customers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Customer> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Customer> of(Request request) {
        return id(request).map(customers::get);
    }

    synchronized Reply begin(Customer customer, Reply reply) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        customers.put(id, customer);
        return reply.with("Set-Cookie", "acme=" + id + ATTRIBUTES);
    }

    synchronized Reply end(Request request, Reply reply) {
        id(request).ifPresent(customers::remove);
        return reply.with("Set-Cookie", "acme=; Max-Age=0" + ATTRIBUTES);
    }

    private static Optional<String> id(Request request) {
        return request.header("Cookie")
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
