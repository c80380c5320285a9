package likely.surveys.sending;

import java.util.Locale;
import likely.surveys.outreach.Rule;

/** Why a mail was not sent, as an invitation keeps it; those that a {@link Rule} gives have the rule's name. */
public enum Reason {
    /** The person was erased, or is not there any more. */
    PERSON_GONE,
    /** There is no such survey any more. */
    SURVEY_GONE,
    /** The survey takes no new answers. */
    SURVEY_CLOSED,
    /** The asking was answered. */
    ANSWERED,
    /** The answer is gone, or no longer in the band that called for it. */
    BAND_LEFT,
    /** The asking that it belongs to was not sent. */
    ASKING_NOT_SENT,
    /** The asking has had all the mails that it may. */
    CEILING,
    /** The address is no longer what it was when the mail was claimed, again and again. */
    ADDRESS_CHANGED,
    /** A claim's time was over before its call was settled. */
    LEASE_OVER,
    /** The call took too long, so that nobody knows what came of it. */
    TIME_OUT,
    /** The connection ended, or SES failed, after the mail was on its way. */
    CONNECTION_LOST,
    /** SES will never take this mail. */
    REFUSED_BY_SES,
    /** SES took it and then would not send it. */
    REJECTED_BY_SES,
    /** The owner says that it was not sent. */
    OWNER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static String text(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
