package likely.surveys.campaigns;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign.Reminders;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.outreach.OutreachDocument;
import org.jspecify.annotations.Nullable;

/** A campaign as JSON: what {@code /v1/campaigns} takes and answers, and what is stored. */
public final class CampaignDocument {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_REMINDERS = 9;
    private static final int MOST_DAYS = 365;

    private CampaignDocument() {}

    /**
     * A new campaign.
     *
     * @throws Invalid naming each field that is wrong
     */
    public static Campaign create(String id, Survey survey, Map<String, Object> given, long now) {
        Fields fields = Fields.of(given);
        for (String needed : new String[] {"name", "trigger"}) {
            if (!fields.has(needed)) {
                fields.refuse(needed, "can't be blank");
            }
        }
        Trigger trigger = TriggerDocument.read(fields, survey);
        String name = fields.text("name", LONGEST_NAME);
        fields.check();
        if (trigger == null || name == null) {
            throw new Invalid("trigger", "is missing");
        }
        // What follows an answer goes to people who did not ask for it: the owner switches it on.
        boolean enabled = !(trigger instanceof Trigger.Answer);
        return apply(
                new Campaign(id, survey.id(), name, enabled, trigger, Reminders.NONE, Map.of(), now, now, 1), given);
    }

    /**
     * The same campaign, changed now: what is not given stays; a trigger is given as a whole.
     *
     * @throws Invalid naming each field that is wrong
     */
    public static Campaign changed(Campaign campaign, Survey survey, Map<String, Object> given, long now) {
        Fields fields = Fields.of(given);
        Trigger trigger = fields.has("trigger") ? TriggerDocument.read(fields, survey) : campaign.trigger();
        if (trigger != null && trigger.getClass() != campaign.trigger().getClass()) {
            fields.refuse("trigger", "is of another type than before: make another campaign");
        }
        fields.check();
        Campaign changed = new Campaign(
                campaign.id(),
                campaign.survey(),
                campaign.name(),
                campaign.enabled(),
                requireNonNullElse(trigger, campaign.trigger()),
                campaign.reminders(),
                campaign.texts(),
                campaign.createdAt(),
                now,
                campaign.version() + 1);
        return apply(changed, given);
    }

    /** A stored document; it was checked when it was stored. */
    public static Campaign stored(String survey, Map<String, Object> document) {
        Fields fields = Fields.of(document);
        Trigger trigger = TriggerDocument.stored(fields);
        long createdAt = requireNonNullElse(fields.seconds("created_at"), 0L);
        return apply(
                new Campaign(
                        String.valueOf(document.get("id")),
                        survey,
                        String.valueOf(document.get("name")),
                        false,
                        trigger,
                        Reminders.NONE,
                        Map.of(),
                        createdAt,
                        requireNonNullElse(fields.seconds("updated_at"), createdAt),
                        requireNonNullElse(fields.seconds("version"), 1L)),
                document);
    }

    private static Campaign apply(Campaign base, Map<String, Object> given) {
        Fields fields = Fields.of(given);
        Campaign campaign = new Campaign(
                base.id(),
                base.survey(),
                requireNonNullElse(fields.text("name", LONGEST_NAME), base.name()),
                requireNonNullElse(fields.bool("enabled"), base.enabled()),
                base.trigger(),
                reminders(fields.object("reminders"), base.reminders()),
                OutreachDocument.Texts.read(fields, "texts", base.texts()),
                base.createdAt(),
                base.updatedAt(),
                base.version());
        if (campaign.trigger() instanceof Trigger.Answer && campaign.reminders().count() > 0) {
            fields.refuse("reminders", "is of no use: nobody answers what follows an answer");
        }
        fields.check();
        return campaign;
    }

    private static Reminders reminders(@Nullable Fields fields, Reminders base) {
        if (fields == null) {
            return base;
        }
        Integer days = fields.integer("spacing_days", 1, MOST_DAYS);
        return new Reminders(
                requireNonNullElse(fields.integer("count", 0, MOST_REMINDERS), base.count()),
                days == null ? base.spacing() : Duration.ofDays(days));
    }

    /** What is stored, and what the owner sees beside its warnings. */
    public static Map<String, Object> write(Campaign campaign) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", campaign.id());
        document.put("survey", campaign.survey());
        document.put("name", campaign.name());
        document.put("enabled", campaign.enabled());
        document.put("trigger", TriggerDocument.write(campaign.trigger()));
        Map<String, Object> reminders = new LinkedHashMap<>();
        reminders.put("count", campaign.reminders().count());
        reminders.put("spacing_days", campaign.reminders().spacing().toDays());
        document.put("reminders", reminders);
        document.put("texts", campaign.texts());
        document.put("created_at", campaign.createdAt());
        document.put("updated_at", campaign.updatedAt());
        document.put("version", campaign.version());
        return document;
    }
}
