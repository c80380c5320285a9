package likely.local.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.View;
import org.jspecify.annotations.Nullable;

/** What all pages of the shop have: head, foot, who is signed in, the widget, and a policy that lets nothing else in. */
final class ShopView {

    static final String FOLDER = "likely/local/demo/";

    private final Sessions sessions;
    private final Signer signer;
    private final Map<String, View> views = new ConcurrentHashMap<>();

    ShopView(Sessions sessions, Signer signer) {
        this.sessions = sessions;
        this.signer = signer;
    }

    /** @param asks the way of asking that the page shows; null for a page that has no widget */
    Reply page(Request request, int status, String name, @Nullable Way asks, Map<String, ?> more) {
        String api = ApiAddress.of(request);
        Map<String, Object> context = new LinkedHashMap<>(more);
        context.put("api", api);
        context.put(
                "ways", Arrays.stream(Way.values()).map(way -> way.row(asks)).toList());
        context.put("products", Product.ALL.stream().map(Product::tile).toList());
        Optional<Customer> customer = sessions.of(request);
        context.put("signedIn", customer.isPresent());
        customer.ifPresent(who -> context.put("who", who.name().isEmpty() ? who.email() : who.name()));
        context.put("asks", asks != null);
        if (asks != null) {
            context.put("survey", asks.survey());
            customer.map(who -> signer.sign(who, asks.survey())).ifPresent(identity -> {
                context.put("payload", identity.payload());
                context.put("signature", identity.signature());
            });
        }
        return views.computeIfAbsent(name, view -> View.of(FOLDER + view + ".mustache"))
                .reply(status, context)
                .with("Content-Security-Policy", policy(api));
    }

    /** What docs/widget.md asks of a page: the API's address in script-src and connect-src, and nothing else. */
    private static String policy(String api) {
        String origin = api.equals("/") ? "" : " " + api.substring(0, api.length() - 1);
        return String.join(
                "; ",
                List.of(
                        "default-src 'none'",
                        "script-src 'self'" + origin,
                        "connect-src 'self'" + origin,
                        "style-src 'self'",
                        "img-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'"));
    }
}
