package likely.surveys.outreach;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import likely.surveys.invitations.Occasion;
import likely.surveys.json.Fields;
import likely.surveys.mail.BrandColor;
import likely.surveys.people.Addresses;
import likely.surveys.texts.Language;
import likely.surveys.texts.OwnWords;
import org.jspecify.annotations.Nullable;

/** The parts {@code sending}, {@code sender} and {@code texts} of a survey's document. */
public final class OutreachDocument {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_HOLIDAYS = 400;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_MAILS = 10;

    private OutreachDocument() {}

    /** An outreach with what is given in the place of what it had. */
    public static Outreach read(Fields survey, Outreach base) {
        Fields sending = survey.object("sending");
        Fields sender = survey.object("sender");
        return new Outreach(
                sending == null ? base.sending() : sending(sending, base.sending()),
                sender == null ? base.sender() : sender(sender, base.sender()),
                Texts.read(survey, "texts", base.texts()));
    }

    public static void write(Outreach outreach, Map<String, Object> document) {
        Sending sending = outreach.sending();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", sending.from().toString());
        json.put("until", sending.until().toString());
        json.put("days_off", names(sending.daysOff()));
        json.put(
                "holidays",
                sending.holidays().stream().map(LocalDate::toString).sorted().toList());
        json.put("relational_days", days(sending, Occasion.RELATIONAL));
        json.put("transactional_days", days(sending, Occasion.TRANSACTIONAL));
        json.put("floor_days", Math.toIntExact(sending.floor().toDays()));
        json.put("mails_per_asking", sending.ceiling());
        document.put("sending", json);
        document.put("sender", sender(outreach.sender()));
        document.put("texts", outreach.texts());
    }

    private static Sending sending(Fields fields, Sending base) {
        return new Sending(
                time(fields, "from", base.from()),
                time(fields, "until", base.until()),
                all(fields, "days_off", base.daysOff(), OutreachDocument::day, "is no day such as saturday"),
                all(fields, "holidays", base.holidays(), LocalDate::parse, "is no date such as 2026-12-25"),
                Map.of(
                        Occasion.RELATIONAL,
                        days(fields, "relational_days", base.quarantine().get(Occasion.RELATIONAL)),
                        Occasion.TRANSACTIONAL,
                        days(fields, "transactional_days", base.quarantine().get(Occasion.TRANSACTIONAL))),
                days(fields, "floor_days", base.floor()),
                requireNonNullElse(fields.integer("mails_per_asking", 1, MOST_MAILS), base.ceiling()));
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Duration days(Fields fields, String name, @Nullable Duration base) {
        Integer days = fields.integer(name, 0, MOST_DAYS);
        return days == null ? requireNonNullElse(base, Duration.ZERO) : Duration.ofDays(days);
    }

    private static int days(Sending sending, Occasion occasion) {
        return Math.toIntExact(requireNonNullElse(sending.quarantine().get(occasion), Duration.ZERO)
                .toDays());
    }

    private static LocalTime time(Fields fields, String name, LocalTime base) {
        String text = fields.text(name, LONGEST_NAME);
        try {
            return text == null ? base : LocalTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            fields.refuse(name, "is not a time of day such as 09:00");
            return base;
        }
    }

    private static <T> Set<T> all(Fields fields, String name, Set<T> base, Function<String, T> read, String reason) {
        List<String> texts = fields.texts(name, MOST_HOLIDAYS, LONGEST_NAME);
        if (texts == null) {
            return base;
        }
        Set<T> values = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                values.add(read.apply(texts.get(i)));
            } catch (IllegalArgumentException | DateTimeException e) {
                fields.refuse(name + "[" + i + "]", reason);
            }
        }
        return values;
    }

    private static List<String> names(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Sender sender(Fields fields, Sender base) {
        return new Sender(
                Optional.ofNullable(fields.text("name", LONGEST_NAME)).orElse(base.name()),
                email(fields, "address", base.address()),
                email(fields, "reply_to", base.replyTo()),
                Optional.ofNullable(fields.text("postal_address", 500)).orElse(base.postalAddress()),
                requireNonNullElse(fields.matching("color", BrandColor.HEX, BrandColor.NO_HEX), base.color()),
                Optional.ofNullable(fields.https("logo", 1_000)).orElse(base.logo()));
    }

    private static @Nullable String email(Fields fields, String name, @Nullable String base) {
        String text = fields.text(name, 254);
        if (text != null && !Addresses.isEmail(text)) {
            fields.refuse(name, "is not an email address");
        }
        return text == null ? base : text;
    }

    private static Map<String, Object> sender(Sender sender) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sender.name());
        json.put("address", sender.address());
        json.put("reply_to", sender.replyTo());
        json.put("postal_address", sender.postalAddress());
        json.put("color", sender.color());
        json.put("logo", sender.logo());
        return json;
    }

    /** Words of a survey's or a campaign's own: by language, then by the key of the text that they replace. */
    public static final class Texts {
        private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

        private Texts() {}

        /** What is given replaces a language's words as a whole. */
        public static Map<String, Map<String, String>> read(
                Fields fields, String name, Map<String, Map<String, String>> base) {
            Fields given = fields.object(name);
            if (given == null) {
                return base;
            }
            Map<String, Map<String, String>> texts = new LinkedHashMap<>(base);
            for (String language : List.copyOf(given.names())) {
                if (!LANGUAGE.matcher(language).matches()) {
                    given.refuse(language, "is not a language tag such as de or pt-BR");
                    continue;
                }
                texts.put(Language.canonical(language), words(given.object(language)));
            }
            return texts;
        }

        /** Blank ones are none, and leave the shipped words. */
        private static Map<String, String> words(@Nullable Fields given) {
            if (given == null) {
                return Map.of();
            }
            Map<String, String> own = new LinkedHashMap<>();
            for (String key : given.names()) {
                String text = given.prose(key, LONGEST_TEXT);
                if (text != null) {
                    OwnWords.problem(key, text).ifPresent(reason -> given.refuse(key, reason));
                    own.put(key, text);
                }
            }
            return Map.copyOf(own);
        }
    }
}
