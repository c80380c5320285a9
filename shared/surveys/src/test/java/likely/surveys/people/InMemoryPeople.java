package likely.surveys.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import org.jspecify.annotations.Nullable;

/** People in memory, for tests; {@link #standings} is what is known of their addresses. */
public final class InMemoryPeople implements People, PeopleWrites, Roster, Erasures {
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final InMemoryStandings standings = new InMemoryStandings();

    public InMemoryStandings standings() {
        return standings;
    }

    @Override
    public synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public synchronized Map<String, Person> find(Collection<String> ids) {
        Map<String, Person> found = new LinkedHashMap<>();
        ids.forEach(id -> find(id).ifPresent(person -> found.put(id, person)));
        return found;
    }

    @Override
    public Standing standing(String address) {
        return standings.get(address);
    }

    @Override
    public synchronized Page page(int shard, @Nullable String after, int most) {
        List<Person> left = people.values().stream()
                .filter(person -> Math.floorMod(person.id().hashCode(), SHARDS) == shard)
                .filter(person -> after == null || key(person).compareTo(after) > 0)
                .sorted(Comparator.comparing(InMemoryPeople::key))
                .toList();
        List<Person> page = left.subList(0, Math.min(most, left.size()));
        return new Page(page, page.size() == left.size() ? null : key(page.get(page.size() - 1)));
    }

    private static String key(Person person) {
        return String.format("%012d#%s", person.createdAt(), person.id());
    }

    @Override
    public synchronized Iterator<Person> list(Range added, @Nullable Place after, int expected) {
        return people.values().stream()
                .filter(person -> added.contains(person.createdAt()))
                .filter(person -> after == null || place(person).compareTo(after) > 0)
                .sorted(Comparator.comparing(InMemoryPeople::place))
                .toList()
                .iterator();
    }

    private static Place place(Person person) {
        return new Place(person.createdAt(), person.id());
    }

    @Override
    public synchronized boolean add(Person person, Set<String> addresses) {
        if (people.containsKey(person.id()) || !areFree(addresses, person.id())) {
            return false;
        }
        people.put(person.id(), person);
        addresses.forEach(address -> standings.give(address, person.id()));
        return true;
    }

    @Override
    public synchronized boolean replace(Person person, Set<String> taken, Set<String> freed) {
        if (!isAt(person.id(), person.version() - 1) || !areFree(taken, person.id())) {
            return false;
        }
        people.put(person.id(), person);
        taken.forEach(address -> standings.give(address, person.id()));
        freed.forEach(address -> standings.give(address, null));
        return true;
    }

    @Override
    public synchronized Optional<Receipt> receipt(String person) {
        return Optional.ofNullable(receipts.get(person));
    }

    @Override
    public synchronized void note(Receipt receipt) {
        receipts.put(receipt.person(), receipt);
    }

    @Override
    public synchronized boolean finish(Person person, Set<String> addresses, Receipt receipt) {
        if (!isAt(person.id(), person.version())) {
            return false;
        }
        people.remove(person.id());
        addresses.forEach(address -> standings.give(address, null));
        note(receipt);
        return true;
    }

    private boolean isAt(String id, long version) {
        return find(id).filter(there -> there.version() == version).isPresent();
    }

    private boolean areFree(Set<String> addresses, String id) {
        return addresses.stream()
                .map(address -> standings.get(address).person())
                .allMatch(owner -> owner == null || owner.equals(id));
    }
}
