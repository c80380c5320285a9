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
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/** A list's parameters as a filter. */
final class Filters {
    private Filters() {}

    static Filter of(Call call, PersonFinder finder) {
        Query query = call.query();
        // Whether an address has answered is as much as the address.
        if (query.text("person_email").isPresent() && !call.caller().seesPeople()) {
            throw Refusal.forbidden();
        }
        Map<String, String> properties = new LinkedHashMap<>(query.map("person_properties"));
        properties.putAll(query.map("property"));
        // A plus that nobody encoded arrives as a blank, which no address has.
        Optional<String> email = query.text("person_email").map(text -> text.replace(' ', '+'));
        // An address that is somebody's is found by an index; else it may have been proven in a page.
        Optional<String> owner = email.flatMap(finder::owner).map(Person::id);
        Optional<String> person = query.text("person_id");
        boolean told = owner.isPresent()
                && person.filter(id -> !owner.get().equals(id)).isEmpty();
        String order = query.text("order").orElse("asc");
        return new Filter(
                query.range("since", "until"),
                query.range("updated_since", "updated_until"),
                (told ? owner : person).orElse(null),
                (told ? Optional.<String>empty() : email).orElse(null),
                query.text("band").map(Filters::band).orElse(null),
                properties,
                query.flag("suspect"),
                query.flag("excluded"),
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
