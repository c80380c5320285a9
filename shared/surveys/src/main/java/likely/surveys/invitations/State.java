package likely.surveys.invitations;

/** What became of a planned mail. */
public enum State {
    /** Waits for its hour, in the due index. */
    SCHEDULED,
    /** Claimed by a dispatcher: the call to SES is being made; in the due index at the end of its lease. */
    SENDING,
    /** SES took it. */
    SENT,
    /** Nobody knows whether SES took it: never sent again by itself, raised to SENT by an event of SES. */
    UNKNOWN,
    /** Its time came and a rule spoke against it. */
    SKIPPED,
    /** It was called off before its time. */
    CANCELLED,
    /** SES will never take it. */
    REFUSED;

    /** Whether nothing will become of it any more by itself. */
    public boolean settled() {
        return this != SCHEDULED && this != SENDING;
    }
}
