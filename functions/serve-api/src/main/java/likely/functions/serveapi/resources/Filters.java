package likely.functions.serveapi.resources;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Query;
import likely.functions.serveapi.v1.Refusal;
import likely.scoring.Band;
import likely.surveys.answers.Filter;
import likely.surveys.json.Invalid;
import org.jspecify.annotations.Nullable;

/** A list's parameters as a filter. */
final class Filters {
    private Filters() {}

    static Filter of(Call call) {
        Query query = call.query();
        // Whether an address has answered is as much as the address.
        if (query.text("person_email").isPresent() && !call.caller().seesPeople()) {
            throw Refusal.forbidden();
        }
        Map<String, String> properties = new LinkedHashMap<>(query.map("person_properties"));
        properties.putAll(query.map("property"));
        String order = query.text("order").orElse("asc");
        return new Filter(
                query.range("since", "until"),
                query.range("updated_since", "updated_until"),
                query.text("person_id").orElse(null),
                // A plus that nobody encoded arrives as a blank, which no address has.
                query.text("person_email").map(email -> email.replace(' ', '+')).orElse(null),
                query.text("band").map(Filters::band).orElse(null),
                properties,
                order.endsWith(":updated_at"),
                order.equals("desc") || order.startsWith("desc:"));
    }

    private static @Nullable Band band(String text) {
        return Optional.of(text)
                .map(name -> switch (name.toLowerCase(Locale.ROOT)) {
                    case "promoter" -> Band.PROMOTER;
                    case "passive" -> Band.PASSIVE;
                    case "detractor" -> Band.DETRACTOR;
                    default -> throw new Invalid("band", "is not one of promoter, passive, detractor");
                })
                .orElse(null);
    }
}
