package likely.functions.serveapi.access;

import likely.surveys.access.AccessKey;
import likely.surveys.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whose key a request has.
 *
 * @param survey the one survey that the key is for; null for the owner
 * @param keyHash of the key, for a session made from it
 */
public record Caller(Role role, @Nullable String survey, String keyHash) {
    static Caller owner(String keyHash) {
        return new Caller(Role.OWNER, null, keyHash);
    }

    static Caller of(AccessKey key) {
        return new Caller(key.role(), key.survey(), key.hash());
    }

    /** Whether the key reaches into a survey at all. */
    public boolean reaches(String other) {
        return survey == null || survey.equals(other);
    }

    /** Viewers learn nothing of who answered. */
    public boolean seesPeople() {
        return role != Role.VIEWER;
    }
}
