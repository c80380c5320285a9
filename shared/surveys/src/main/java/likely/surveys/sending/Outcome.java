package likely.surveys.sending;

/** What came of one call that sends. */
public sealed interface Outcome {
    /** SES took the mail. */
    record Accepted(String messageId) implements Outcome {}

    /** Nobody knows whether SES took it. */
    record Unknown(Reason reason) implements Outcome {}

    /** SES did not take it, and may in a moment: the rate was too high, or it could not be reached. */
    record Throttled() implements Outcome {}

    /** SES did not take it, and will take no mail before its quota allows, or before somebody mended the account. */
    record Blocked(Block block, String code) implements Outcome {}

    /** SES will never take this mail. */
    record Refused(String code) implements Outcome {}

    /** What stands in the way of every mail. */
    enum Block {
        QUOTA,
        ACCOUNT
    }
}
