package likely.surveys.invitations;

import likely.surveys.ResponseId;

/** An invitation's id: 63 bits of SHA-256 over what makes it that mail and no other, in decimal. */
public final class InvitationId {
    private InvitationId() {}

    /** A survey of a campaign's wave (or for an event), for a person. */
    public static String survey(String survey, String campaign, String wave, String person) {
        return of("survey", survey, campaign, wave, person);
    }

    /** The reminder of that number, from 1, of an asking. */
    public static String reminder(String asking, int number) {
        return of("reminder", asking, Integer.toString(number));
    }

    /** What a campaign sends after an answer; once, however often the answer changes. */
    public static String followUp(String campaign, String response) {
        return of("follow-up", campaign, response);
    }

    private static String of(String... parts) {
        return ResponseId.of("invitation", String.join("\n", parts));
    }
}
