package likely.surveys.sending;

import likely.surveys.invitations.Invitation;

/**
 * A planned mail as a dispatcher finds it.
 *
 * @param attempts how often a call for it was refused for the moment
 */
public record Planned(Invitation invitation, int attempts) {}
