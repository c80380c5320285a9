package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;

/**
 * Signing in and out. A form to POST /demo/account signs a customer in, one to POST /demo/account/leave out; what a
 * customer's pages pass on to the widget is signed by this server.
 */
final class Account implements Page {

    private static final String ACCOUNT = "/demo/account";
    private static final String LEAVE = ACCOUNT + "/leave";

    private final ShopView view;
    private final Sessions sessions;

    Account(ShopView view, Sessions sessions) {
        this.view = view;
        this.sessions = sessions;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.path().equals(ACCOUNT) && !request.path().equals(LEAVE)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (request.method()) {
                    case "POST" -> request.fromElsewhere() ? Reply.forbidden() : act(request);
                    case "GET" -> show(request, 200, request.parameters(), "");
                    default -> Reply.problem(405, "Only GET and POST");
                });
    }

    private Reply act(Request request) {
        if (request.path().equals(LEAVE)) {
            return sessions.end(request, Reply.seeOther(ACCOUNT));
        }
        try {
            return sessions.begin(Customer.of(request.form()), Reply.seeOther(ACCOUNT));
        } catch (IllegalArgumentException e) {
            return show(request, 400, request.form(), String.valueOf(e.getMessage()));
        }
    }

    private Reply show(Request request, int status, Map<String, String> fields, String error) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("title", "Your account");
        context.put("email", fields.getOrDefault("email", ""));
        context.put("name", fields.getOrDefault("name", ""));
        context.put("error", error);
        return view.page(request, status, "account", null, context);
    }
}
