package likely.surveys.sending;

/** What came of mails: how many were sent, came back for good, and were reported as spam. */
public record Health(long sent, long bounces, long complaints) {
    public static final Health NONE = new Health(0, 0, 0);

    public Health plus(Health other) {
        return new Health(sent + other.sent, bounces + other.bounces, complaints + other.complaints);
    }

    public Health minus(Health other) {
        return new Health(
                Math.max(0, sent - other.sent),
                Math.max(0, bounces - other.bounces),
                Math.max(0, complaints - other.complaints));
    }
}
