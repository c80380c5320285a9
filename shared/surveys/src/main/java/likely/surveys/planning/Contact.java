package likely.surveys.planning;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.people.Addresses;
import org.jspecify.annotations.Nullable;

/** Somebody as an event tells of them. */
public record Contact(
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable ZoneId zone) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}");
    private static final int LONGEST_NAME = 100;

    /**
     * Reads somebody.
     *
     * @throws Invalid naming each field that is wrong
     */
    static Contact read(Fields fields) {
        String email = fields.text("email", 254);
        if (!fields.has("email")) {
            fields.refuse("email", "is missing");
        } else if (email != null && !Addresses.isEmail(email.strip())) {
            fields.refuse("email", "is not an email address");
        }
        String phone = fields.text("phone_number", LONGEST_NAME);
        if (phone != null && !Addresses.isPhone(phone)) {
            fields.refuse("phone_number", "is not a phone number such as +491701234567");
        }
        Contact contact = new Contact(
                Optional.ofNullable(email).map(String::strip).orElse(""),
                fields.text("name", LONGEST_NAME),
                phone,
                fields.matching("locale", LANGUAGE, "is not a language tag such as de or pt-BR"),
                zone(fields));
        fields.check();
        return contact;
    }

    private static @Nullable ZoneId zone(Fields fields) {
        String zone = fields.text("time_zone", LONGEST_NAME);
        if (zone == null || ZoneId.getAvailableZoneIds().contains(zone)) {
            return zone == null ? null : ZoneId.of(zone);
        }
        fields.refuse("time_zone", "is not a time zone such as Europe/Berlin");
        return null;
    }
}
