package likely.surveys.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people are read. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface People {
    Optional<Person> find(String id);

    /** Those that there are, by id. */
    Map<String, Person> find(Collection<String> ids);

    /** What is known of an address; {@link Standing#unknown} when nothing is. */
    Standing standing(String address);

    /**
     * A page of people in the order in which they were added, oldest first.
     *
     * @param shard of {@link #SHARDS}, which between them have everybody
     * @param after the place at which the page before it ended, or null for the first
     */
    Page page(int shard, @Nullable String after, int most);

    /** Over how many partitions the list is spread. */
    int SHARDS = 4;

    /**
     * Some people, and where to go on.
     *
     * @param next null at the end
     */
    record Page(List<Person> people, @Nullable String next) {
        public Page {
            people = List.copyOf(people);
        }
    }
}
