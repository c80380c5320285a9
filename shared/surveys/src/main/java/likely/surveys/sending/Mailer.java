package likely.surveys.sending;

/** SES, or what stands in its place. */
public interface Mailer {
    /** Makes one call, and never a second one. */
    Outcome send(Letter letter);

    /**
     * What the account may send.
     *
     * @throws likely.surveys.Unavailable when it does not answer
     */
    Quota quota();

    /**
     * An account's limits.
     *
     * @param in24Hours mails in any 24 hours; negative for no limit
     * @param perSecond calls a second
     * @param sent in the last 24 hours
     */
    record Quota(double in24Hours, double perSecond, double sent) {
        /** How many more mails may be sent now. */
        public long left() {
            return in24Hours < 0 ? Long.MAX_VALUE : Math.max(0, (long) (in24Hours - sent));
        }
    }
}
