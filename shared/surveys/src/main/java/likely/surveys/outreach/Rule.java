package likely.surveys.outreach;

/** What may speak against a mail to somebody, or against asking somebody in a page. */
public enum Rule {
    /** There is an address to write to. */
    ADDRESS,
    /** The person is what the survey asks: a customer, or a prospect. */
    RELATION,
    /** The person has not unsubscribed from all mail. */
    UNSUBSCRIBED,
    /** The person has not unsubscribed from this survey. */
    UNSUBSCRIBED_FROM_SURVEY,
    /** Nothing came back from the address for good. */
    BOUNCED,
    /** No mail to the address was reported as spam. */
    COMPLAINED,
    /** The survey was not answered in a page since this mail of it was planned. */
    RESPONDED,
    /** Long enough after the last asking for the same occasion. */
    QUARANTINE,
    /** Long enough after the last asking of any kind. */
    FLOOR,
    /** Long enough after the last asking, as the person wishes. */
    PERSONS_WISH,
    /** Within the hours in which mail may go. */
    HOURS,
    /** Long enough after an asking in a page was closed without an answer; of pages alone. */
    DISMISSED
}
