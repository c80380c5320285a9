package likely.surveys.sources;

import java.time.LocalDate;

/**
 * Where it is counted how many answers come from a place. Nothing of it is kept for long: salts and counts expire two
 * days later. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached.
 */
public interface SourceCounts {
    /** The salt of a day (UTC), 256 random bits as text, made by the first who asks for it and the same for everybody. */
    String salt(LocalDate day);

    /**
     * Adds answers to what a place has given in an hour.
     *
     * @param hour since 1970
     * @return how many it has given then
     */
    long add(Source source, long hour, long answers);

    /**
     * Puts a place on its survey's list, for {@link MarkedSources}; once it is there, nothing changes.
     *
     * @param at Unix seconds
     */
    void list(Source source, long at);
}
