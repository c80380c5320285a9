package likely.surveys.sending;

/**
 * A mail as it goes out, to one recipient.
 *
 * @param from the envelope's sender, an address alone
 * @param message MIME, in ASCII
 */
public record Letter(String invitation, String survey, String from, String to, String message) {}
