package likely.surveys.answering;

/**
 * A link that was made without a mail: for a chat, the end of a call, a receipt.
 *
 * @param createdAt Unix seconds
 * @param closesAt Unix seconds
 * @param used how many of its answers are taken
 */
public record MadeLink(Asked asked, long createdAt, long closesAt, long used) {}
