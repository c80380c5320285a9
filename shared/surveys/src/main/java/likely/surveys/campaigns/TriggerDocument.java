package likely.surveys.campaigns;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.campaigns.Trigger.Condition;
import likely.surveys.json.Fields;
import org.jspecify.annotations.Nullable;

/** The part {@code trigger} of a campaign's document. */
final class TriggerDocument {
    private static final int LONGEST_NAME = 128;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_DELAY = (int) Duration.ofDays(365).toSeconds();

    private enum Type {
        SCHEDULE,
        EVENT,
        ANSWER
    }

    private enum Zone {
        PERSON,
        SURVEY
    }

    private TriggerDocument() {}

    /** Null for one that is missing or was refused. */
    static @Nullable Trigger read(Fields campaign, Survey survey) {
        Fields fields = campaign.object("trigger");
        Trigger trigger = fields == null ? null : read(fields);
        if (trigger instanceof Trigger.Schedule schedule
                && fields != null
                && !schedule.audience().relations().isEmpty()
                && !schedule.audience().relations().contains(survey.asks())) {
            fields.refuse("audience.relations", "asks nobody: the survey asks a " + lower(survey.asks()));
        }
        return trigger;
    }

    static Trigger stored(Fields campaign) {
        return Objects.requireNonNull(read(Objects.requireNonNull(campaign.object("trigger"))));
    }

    private static @Nullable Trigger read(Fields fields) {
        if (!fields.has("type")) {
            fields.refuse("type", "can't be blank");
        }
        Type type = fields.one("type", Type.class);
        if (type == null) {
            return null;
        }
        return switch (type) {
            case SCHEDULE -> schedule(fields);
            case EVENT -> event(fields);
            case ANSWER -> answer(fields);
        };
    }

    private static Trigger.@Nullable Schedule schedule(Fields fields) {
        Trigger.Days days = DaysDocument.read(fields);
        LocalTime at = time(fields);
        Zone zone = requireNonNullElse(fields.one("time_zone", Zone.class), Zone.PERSON);
        return days == null
                ? null
                : new Trigger.Schedule(days, at, zone == Zone.PERSON, AudienceDocument.read(fields.object("audience")));
    }

    private static LocalTime time(Fields fields) {
        String text = requireNonNullElse(fields.text("at", LONGEST_NAME), "09:00");
        try {
            return LocalTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            fields.refuse("at", "is not a time of day such as 09:00");
            return LocalTime.NOON;
        }
    }

    private static Trigger.Event event(Fields fields) {
        return new Trigger.Event(
                fields.text("source", LONGEST_NAME),
                needed(fields, "event"),
                needed(fields, "key"),
                Set.copyOf(requireNonNullElse(fields.texts("cancelled_by", MOST_NAMES, LONGEST_NAME), List.of())),
                delay(fields),
                requireNonNullElse(fields.properties("properties", MOST_NAMES, LONGEST_NAME, LONGEST_NAME), Map.of()));
    }

    private static Trigger.Answer answer(Fields fields) {
        if (!fields.has("band")) {
            fields.refuse("band", "can't be blank");
        }
        Fields given = fields.object("conditions");
        Fields conditions = given == null ? Fields.of(Map.of()) : given;
        return new Trigger.Answer(
                requireNonNullElse(fields.one("band", Band.class), Band.DETRACTOR),
                delay(fields),
                new Condition(
                        requireNonNullElse(conditions.bool("consent"), true),
                        conditions.bool("comment"),
                        requireNonNullElse(conditions.texts("segments", MOST_NAMES, 300), List.of()),
                        requireNonNullElse(conditions.bool("uncontacted"), false)));
    }

    private static Duration delay(Fields fields) {
        Integer seconds = fields.integer("delay", 0, LONGEST_DELAY);
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    private static String needed(Fields fields, String name) {
        if (!fields.has(name)) {
            fields.refuse(name, "can't be blank");
        }
        return requireNonNullElse(fields.text(name, LONGEST_NAME), "");
    }

    static @Nullable LocalDate date(Fields fields, String name) {
        String text = fields.text(name, LONGEST_NAME);
        if (text == null) {
            return null;
        }
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= 2000 && date.getYear() <= 2100)
                    .orElseThrow(() -> new DateTimeException("too far"));
        } catch (DateTimeException e) {
            fields.refuse(name, "is not a date such as 2026-12-01");
            return null;
        }
    }

    static Map<String, Object> write(Trigger trigger) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (trigger instanceof Trigger.Schedule schedule) {
            json.put("type", lower(Type.SCHEDULE));
            DaysDocument.write(schedule.days(), json);
            json.put("at", schedule.at().toString());
            json.put("time_zone", lower(schedule.personsZone() ? Zone.PERSON : Zone.SURVEY));
            json.put("audience", AudienceDocument.write(schedule.audience()));
        } else if (trigger instanceof Trigger.Event event) {
            json.put("type", lower(Type.EVENT));
            json.put("source", event.source());
            json.put("event", event.type());
            json.put("key", event.key());
            json.put("cancelled_by", event.cancelledBy().stream().sorted().toList());
            json.put("delay", event.delay().toSeconds());
            json.put("properties", event.properties());
        } else if (trigger instanceof Trigger.Answer answer) {
            json.put("type", lower(Type.ANSWER));
            json.put("band", lower(answer.band()));
            json.put("delay", answer.delay().toSeconds());
            Map<String, Object> conditions = new LinkedHashMap<>();
            conditions.put("consent", answer.condition().consent());
            conditions.put("comment", answer.condition().comment());
            conditions.put("segments", answer.condition().segments());
            conditions.put("uncontacted", answer.condition().uncontacted());
            json.put("conditions", conditions);
        }
        return json;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
