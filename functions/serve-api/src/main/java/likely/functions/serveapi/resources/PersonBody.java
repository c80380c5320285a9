package likely.functions.serveapi.resources;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import likely.functions.serveapi.v1.Body;
import likely.surveys.json.Fields;
import likely.surveys.people.Addresses;
import likely.surveys.people.Details;
import likely.surveys.people.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of a person and of the survey to be sent.
 *
 * @param delay in seconds
 * @param send whether a survey is wanted at all
 * @param lastSentAt when a survey was sent elsewhere, in Unix seconds, or null
 */
record PersonBody(
        Details details, int delay, boolean send, @Nullable Long lastSentAt) {
    static final int MOST_PROPERTIES = 50;
    private static final int LONGEST_NAME = 254;
    static final int LONGEST_PROPERTY_NAME = 100;
    static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_DELAY = 2 * 366 * 86_400;
    private static final long A_DAY = 86_400;

    private enum Channel {
        EMAIL,
        SMS
    }

    /**
     * Reads a call that schedules a survey.
     *
     * @param now Unix seconds
     * @throws likely.surveys.json.Invalid naming every field that is wrong, and why
     */
    static PersonBody read(Body body, long now) {
        Fields fields = body.fields("delay", "last_sent_at", "customer_since");
        Details details = details(fields, body);
        if (isBlank(body.raw("email")) && isBlank(body.raw("phone_number"))) {
            fields.refuse("email", "can't be blank");
        }
        boolean send = Objects.requireNonNullElse(flag(fields, body.raw("send")), true);
        if (fields.one("channel", Channel.class) == Channel.SMS && send) {
            fields.refuse("channel", "is sms, which is not sent: use email, or send=false");
        }
        Integer delay = fields.integer("delay", 0, LONGEST_DELAY);
        Long lastSentAt = fields.seconds("last_sent_at");
        if (lastSentAt != null && lastSentAt > now + A_DAY) {
            fields.refuse("last_sent_at", "is in the future");
        }
        fields.check();
        return new PersonBody(details, Objects.requireNonNullElse(delay, 0), send, lastSentAt);
    }

    /** Reads a call that changes somebody; what it has read and sends back (such as last_sent_at) is ignored. */
    static Details change(Body body) {
        Fields fields = body.fields("customer_since");
        Details details = details(fields, body);
        fields.check();
        return details;
    }

    static boolean hasAddress(Details details) {
        return details.email() != null || details.phone() != null;
    }

    private static boolean isBlank(@Nullable Object given) {
        return given == null || given.toString().isBlank();
    }

    private static Details details(Fields fields, Body body) {
        Map<String, String> properties =
                fields.properties("properties", MOST_PROPERTIES, LONGEST_PROPERTY_NAME, LONGEST_VALUE);
        return new Details(
                email(fields, "email"),
                email(fields, "email_update"),
                phone(fields, "phone_number"),
                phone(fields, "phone_number_update"),
                name(fields),
                fields.one("relation", Relation.class),
                zone(fields),
                Objects.requireNonNullElse(properties, Map.of()),
                nulls(body.raw("properties")),
                fields.seconds("customer_since"));
    }

    private static @Nullable String email(Fields fields, String name) {
        return address(fields, name, Addresses::isEmail);
    }

    private static @Nullable String phone(Fields fields, String name) {
        return address(fields, name, Addresses::isPhone);
    }

    private interface Check {
        boolean passes(String text);
    }

    private static @Nullable String address(Fields fields, String name, Check check) {
        String text = fields.prose(name, LONGEST_ADDRESS);
        if (text == null) {
            return null;
        }
        if (!check.passes(text.strip())) {
            fields.refuse(name, "is invalid");
            return null;
        }
        return text.strip();
    }

    /** In one line, since it becomes part of a mail's header. */
    private static @Nullable String name(Fields fields) {
        return Optional.ofNullable(fields.prose("name", LONGEST_NAME))
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .orElse(null);
    }

    private static @Nullable ZoneId zone(Fields fields) {
        String name = fields.prose("time_zone", LONGEST_PROPERTY_NAME);
        try {
            return name == null ? null : ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            fields.refuse("time_zone", "is not a time zone such as Europe/Berlin");
            return null;
        }
    }

    /** A boolean; a form has it as a word, or as 1 or 0. */
    private static @Nullable Boolean flag(Fields fields, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        return switch (given.toString()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                fields.refuse("send", "is not true or false");
                yield null;
            }
        };
    }

    private static Set<String> nulls(@Nullable Object properties) {
        return properties instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(entry -> entry.getValue() == null)
                        .map(entry -> String.valueOf(entry.getKey()))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
