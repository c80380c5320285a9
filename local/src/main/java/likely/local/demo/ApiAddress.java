package likely.local.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.local.http.Request;

/**
 * Where a page of the shop finds the API: under this machine's other name, so that they are of two origins, and of two
 * sites, without a second port. See docs/decisions/2026-11-27-two-names-two-origins.md.
 */
final class ApiAddress {

    private static final Pattern HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1)((?::\\d{1,5})?)");

    private ApiAddress() {}

    /** With a slash at its end; under any third name the API is on the page's own origin. */
    static String of(Request request) {
        Matcher host = HOST.matcher(request.header("Host").orElse(""));
        if (!host.matches()) {
            return "/";
        }
        return "http://" + (host.group(1).equals("localhost") ? "127.0.0.1" : "localhost") + host.group(2) + "/";
    }
}
