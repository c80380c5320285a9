package likely.functions.serveapi.v1;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import likely.aws.http.Reply;
import likely.functions.serveapi.access.Address;
import likely.functions.serveapi.access.Caller;

/**
 * A call whose caller is known and may make it.
 *
 * @param path the route's own parameters, decoded
 * @param ownPath the path below the address, such as {@code /v1/surveys}
 */
public record Call(Caller caller, Map<String, String> path, Query query, Body body, Address address, String ownPath) {

    public String path(String name) {
        return path.getOrDefault(name, "");
    }

    /** What is wanted in full: by query, or by body as one client sends it in a PUT. */
    public Set<String> expanded() {
        Set<String> expanded = new HashSet<>(query.list("expand"));
        expanded.addAll(body.list("expand"));
        return Set.copyOf(expanded);
    }

    public Cursor cursor() {
        return Cursor.of(query);
    }

    /**
     * The reply with a link to the next page.
     *
     * @param place of the last row
     */
    public Reply withNext(Reply reply, String place) {
        return Cursor.link(reply, address.of(ownPath), query, place);
    }
}
