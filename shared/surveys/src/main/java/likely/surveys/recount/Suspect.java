package likely.surveys.recount;

import java.time.Instant;

/**
 * A response, or an entry, that did not agree at the first look.
 *
 * @param mark the response's rev, or the entry's version, at that look
 * @param seen when that was
 */
record Suspect(String id, long mark, Instant seen) {}
