package likely.surveys.planning;

import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Trigger;
import likely.surveys.json.Invalid;

/**
 * What a campaign wants done about an event.
 *
 * @param undone whether the event undoes an earlier one
 */
record Wish(Survey survey, Campaign campaign, Trigger.Event trigger, boolean undone) {
    private static final int LONGEST_KEY = 200;

    /**
     * What makes the event that one and no other.
     *
     * @throws Invalid when it does not say so
     */
    String wave(ShopEvent event) {
        String field = trigger.key();
        String key = event.value(field)
                .orElseThrow(() -> new Invalid("detail." + field, "is missing, or no text or number"));
        if (key.length() > LONGEST_KEY) {
            throw new Invalid("detail." + field, "is longer than " + LONGEST_KEY + " characters");
        }
        return "event:" + key;
    }
}
