package likely.functions.serveapi.v1;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins, as {@code page_info} of a Link header. It carries the parameters of the first
 * call, since clients follow the link as it is; where one is sent again beside it, the cursor wins.
 *
 * @param after the last row's own place, as its list tells it; null on the first page
 */
public record Cursor(@Nullable String after) {
    static final String PARAMETER = "page_info";
    private static final String AFTER = "after";

    /** The parameters of a call, those of its cursor over its own. */
    static Query merged(Query query) {
        Optional<String> given = query.text(PARAMETER);
        if (given.isEmpty()) {
            return query;
        }
        Map<String, List<String>> carried = new LinkedHashMap<>();
        read(given.get()).forEach((name, value) -> {
            if (value instanceof List<?> list) {
                carried.put(name, list.stream().map(String::valueOf).toList());
            }
        });
        return query.with(carried);
    }

    static Cursor of(Query query) {
        return query.text(PARAMETER)
                .map(given -> new Cursor(read(given).get(AFTER) instanceof String place ? place : null))
                .orElse(new Cursor(null));
    }

    private static Map<String, Object> read(String given) {
        try {
            return Json.object(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | Invalid e) {
            throw new Invalid(PARAMETER, "is not one of this service's");
        }
    }

    /** The reply with a link to the page behind a place; base64url has no comma, at which clients split the header. */
    static Reply link(Reply reply, String address, Query query, String place) {
        Map<String, Object> carried = new LinkedHashMap<>(query.values());
        carried.remove(PARAMETER);
        carried.put(AFTER, place);
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(carried).getBytes(StandardCharsets.UTF_8));
        return reply.with("Link", "<" + address + "?" + PARAMETER + "=" + cursor + ">; rel=\"next\"");
    }
}
