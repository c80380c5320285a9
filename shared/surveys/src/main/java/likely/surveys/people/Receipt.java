package likely.surveys.people;

import org.jspecify.annotations.Nullable;

/**
 * That somebody was erased; says nothing about who it was.
 *
 * @param person the id
 * @param startedAt Unix seconds
 * @param erasedAt Unix seconds, or null while it is under way, or died half way
 * @param responses how many answers were erased
 * @param invitations how many planned or sent mails were forgotten
 */
public record Receipt(
        String person, long startedAt, @Nullable Long erasedAt, int responses, int invitations) {

    static Receipt started(String person, long now) {
        return new Receipt(person, now, null, 0, 0);
    }

    Receipt with(int moreResponses, int moreInvitations) {
        return new Receipt(person, startedAt, erasedAt, responses + moreResponses, invitations + moreInvitations);
    }

    Receipt finished(long now) {
        return new Receipt(person, startedAt, now, responses, invitations);
    }
}
