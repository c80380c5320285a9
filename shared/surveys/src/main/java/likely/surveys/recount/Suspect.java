package likely.surveys.recount;

import java.time.Instant;

/**
 * A response, or an entry, that did not agree at a look.
 *
 * @param mark the response's rev, or the entry's version, at the first look
 * @param seen when it was looked at last
 * @param contradicted the version of the entry that contradicted its response at the last look; 0 when none did
 */
record Suspect(String id, long mark, Instant seen, long contradicted) {
    Suspect(String id, long mark, Instant seen) {
        this(id, mark, seen, 0);
    }
}
