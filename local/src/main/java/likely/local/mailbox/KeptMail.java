package likely.local.mailbox;

import java.time.Instant;
import java.util.Comparator;

/**
 * What the list shows of a mail.
 *
 * @param at when SES took it, by the clock that can be moved
 * @param to the envelope's recipients
 */
record KeptMail(String id, Instant at, String to, String from, String subject) {

    static final Comparator<KeptMail> NEWEST_FIRST =
            Comparator.comparing(KeptMail::at).thenComparing(KeptMail::id).reversed();
}
