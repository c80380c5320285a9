package likely.surveys.people;

import java.util.Set;

/**
 * Where people are written, each together with the addresses that are theirs: whoever has an address has it alone. Every
 * method throws {@link likely.surveys.Unavailable} when the store cannot be reached; nothing is half written.
 */
public interface PeopleWrites {
    /**
     * Adds somebody.
     *
     * @param addresses keys of the person's addresses
     * @return false when an address is somebody else's by now, or the id is taken: nothing was written
     */
    boolean add(Person person, Set<String> addresses);

    /**
     * Replaces a person whose version is one below the given one's.
     *
     * @param taken keys of addresses that become the person's
     * @param freed keys of those that no longer are
     * @return false when the person changed meanwhile, or an address is somebody else's: nothing was written
     */
    boolean replace(Person person, Set<String> taken, Set<String> freed);
}
