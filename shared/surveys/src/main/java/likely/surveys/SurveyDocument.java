package likely.surveys;

import static java.util.Objects.requireNonNullElse;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import likely.surveys.Subject.Kind;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.outreach.OutreachDocument;
import likely.surveys.people.Relation;
import likely.surveys.texts.SurveyWords;
import likely.surveys.widget.WidgetDocument;
import org.jspecify.annotations.Nullable;

/** A survey as JSON: what {@code /v1/surveys} takes and answers, and what is stored. */
public final class SurveyDocument {
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int LONGEST_NAME = 100;

    private SurveyDocument() {}

    /** A stored document; it was checked when it was stored. */
    public static Survey stored(Map<String, Object> document) {
        Fields fields = Fields.of(document);
        String id = String.valueOf(document.get("id"));
        Survey blank = SurveyTemplate.RELATIONAL.survey(id, id, requireNonNullElse(fields.seconds("created_at"), 0L));
        Survey survey = apply(blank, document);
        return at(
                survey,
                formerZones(fields),
                requireNonNullElse(fields.seconds("updated_at"), blank.createdAt()),
                requireNonNullElse(fields.seconds("version"), 1L));
    }

    /** The same survey, changed now. */
    public static Survey changed(Survey survey, Map<String, Object> given, long now) {
        Survey changed = apply(survey, given);
        Set<ZoneId> former = new LinkedHashSet<>(survey.formerZones());
        if (!changed.zone().equals(survey.zone())) {
            former.add(survey.zone());
        }
        return at(changed, List.copyOf(former), now, survey.version() + 1);
    }

    private static List<ZoneId> formerZones(Fields fields) {
        List<String> zones = fields.texts("former_time_zones", Integer.MAX_VALUE, LONGEST_NAME);
        return zones == null ? List.of() : zones.stream().map(ZoneId::of).toList();
    }

    /**
     * A survey with what is given in the place of what it had; what is not given stays, and unknown fields are ignored.
     *
     * @throws Invalid naming each field that is wrong
     */
    public static Survey apply(Survey base, Map<String, Object> given) {
        Fields fields = Fields.of(given);
        List<Question> questions = fields.raw("questions") == null ? base.questions() : Questions.read(fields);
        Integer target = fields.integer("target", -100, 100);
        Integer retention = fields.integer("retention_days", 1, 36_500);
        Survey survey = new Survey(
                base.id(),
                requireNonNullElse(fields.text("name", LONGEST_NAME), base.name()),
                subject(fields, base.subject()),
                OwnTexts.labels(fields.object("labels"), base.labels()),
                matching(
                        fields,
                        "languages",
                        40,
                        LANGUAGE,
                        "is not a language tag such as en or pt-BR",
                        base.languages()),
                OwnTexts.byBand(fields.object("follow_ups"), "followup.", base.followUps()),
                OwnTexts.byBand(fields.object("thanks"), "thanks.", base.thanks()),
                questions,
                origins(fields, base.origins()),
                zone(fields, base.zone()),
                base.formerZones(),
                segments(fields, base.segments()),
                limits(fields.object("limits"), base.limits()),
                fields.cleared("target") ? null : target == null ? base.target() : target,
                fields.cleared("retention_days") ? null : retention == null ? base.retentionDays() : retention,
                requireNonNullElse(fields.one("asks", Relation.class), base.asks()),
                OutreachDocument.read(fields, base.outreach()),
                WidgetDocument.read(fields, base.widget()),
                base.createdAt(),
                base.updatedAt(),
                base.version());
        if (survey.languages().isEmpty()) {
            fields.refuse("languages", "is empty");
        }
        fields.check();
        return survey;
    }

    /** What is stored, and what the owner sees. */
    public static Map<String, Object> write(Survey survey) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", survey.id());
        document.put("name", survey.name());
        document.put("brand", survey.subject().brand());
        document.put("asks_about", lower(survey.subject().kind()));
        document.put("subject", survey.subject().name());
        document.put("experience", survey.subject().experience());
        document.put("question", SurveyWords.of(survey, null, null).question());
        document.put("labels", OwnTexts.write(survey.labels()));
        document.put("languages", survey.languages());
        document.put("follow_ups", OwnTexts.write(survey.followUps()));
        document.put("thanks", OwnTexts.write(survey.thanks()));
        document.put("questions", Questions.write(survey.questions()));
        document.put("allowed_origins", survey.origins());
        document.put("time_zone", survey.zone().getId());
        document.put(
                "former_time_zones",
                survey.formerZones().stream().map(ZoneId::getId).toList());
        document.put("segments", survey.segments());
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("responses", survey.limits().responses());
        limits.put("closes_at", survey.limits().closesAt());
        limits.put("per_place", survey.limits().perPlace());
        document.put("limits", limits);
        document.put("target", survey.target());
        document.put("retention_days", survey.retentionDays());
        document.put("asks", lower(survey.asks()));
        OutreachDocument.write(survey.outreach(), document);
        document.put("widget", WidgetDocument.write(survey.widget()));
        document.put("created_at", survey.createdAt());
        document.put("updated_at", survey.updatedAt());
        document.put("version", survey.version());
        return document;
    }

    private static Survey at(Survey s, List<ZoneId> formerZones, long updatedAt, long version) {
        return new Survey(
                s.id(),
                s.name(),
                s.subject(),
                s.labels(),
                s.languages(),
                s.followUps(),
                s.thanks(),
                s.questions(),
                s.origins(),
                s.zone(),
                formerZones,
                s.segments(),
                s.limits(),
                s.target(),
                s.retentionDays(),
                s.asks(),
                s.outreach(),
                s.widget(),
                s.createdAt(),
                updatedAt,
                version);
    }

    private static Subject subject(Fields fields, Subject base) {
        String brand = requireNonNullElse(fields.text("brand", LONGEST_NAME), base.brand());
        Kind kind = requireNonNullElse(fields.one("asks_about", Kind.class), base.kind());
        String renamed = base.name().equals(base.brand()) ? brand : base.name();
        String name = requireNonNullElse(fields.text("subject", LONGEST_NAME), renamed);
        String given = fields.text("experience", LONGEST_NAME);
        String experience = given == null ? base.experience() : given;
        if (kind == Kind.EXPERIENCE && experience == null) {
            fields.refuse("experience", "is missing: an experience is asked about");
        }
        return new Subject(kind, brand, name, experience);
    }

    private static List<String> matching(
            Fields fields, String name, int most, Pattern pattern, String reason, List<String> base) {
        List<String> texts = fields.texts(name, most, LONGEST_NAME);
        if (texts == null) {
            return base;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (!pattern.matcher(texts.get(i)).matches()) {
                fields.refuse(name + "[" + i + "]", reason);
            }
        }
        return texts;
    }

    /** As browsers send them: in lower case, without the port that goes without saying. */
    private static List<String> origins(Fields fields, List<String> base) {
        return matching(fields, "allowed_origins", 50, ORIGIN, "is not an origin such as https://shop.example", base)
                .stream()
                .map(origin -> withoutDefaultPort(origin.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String withoutDefaultPort(String origin) {
        String port = origin.startsWith("https:") ? ":443" : ":80";
        return origin.endsWith(port) ? origin.substring(0, origin.length() - port.length()) : origin;
    }

    private static List<String> segments(Fields fields, List<String> base) {
        List<String> segments = fields.texts("segments", Segments.MOST_NAMES, LONGEST_NAME);
        if (segments == null) {
            return base;
        }
        if (segments.stream().distinct().count() < segments.size()) {
            fields.refuse("segments", "has a name twice");
        }
        if (segments.stream().anyMatch(name -> name.contains("=") || name.contains("#"))) {
            fields.refuse("segments", "has a name with = or # in it");
        }
        return segments;
    }

    /** Only zones by name: browsers and calendars know no bare offset. */
    private static ZoneId zone(Fields fields, ZoneId base) {
        String given = fields.text("time_zone", LONGEST_NAME);
        if (given == null) {
            return base;
        }
        String zone = given.equals("Z") ? "UTC" : given;
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            fields.refuse("time_zone", "is not a time zone such as Europe/Berlin");
            return base;
        }
        return ZoneId.of(zone);
    }

    private static Limits limits(@Nullable Fields fields, Limits base) {
        if (fields == null) {
            return base;
        }
        Integer perPlace = fields.integer("per_place", 1, 1_000_000);
        return new Limits(
                fields.integer("responses", 1, Integer.MAX_VALUE),
                fields.seconds("closes_at"),
                fields.cleared("per_place") ? null : requireNonNullElse(perPlace, Limits.PER_PLACE));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
