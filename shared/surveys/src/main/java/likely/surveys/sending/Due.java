package likely.surveys.sending;

import likely.surveys.invitations.State;

/**
 * An entry of the due index, which may be older than what it points to.
 *
 * @param key its place: the moment in 12 digits, {@code #}, the id; another one whenever the mail is moved
 * @param state SCHEDULED for a mail whose hour has come, SENDING for a claim whose time is over
 */
public record Due(String id, String key, State state) {}
