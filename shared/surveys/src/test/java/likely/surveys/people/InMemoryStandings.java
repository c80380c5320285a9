package likely.surveys.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import likely.surveys.answers.Range;
import likely.surveys.invitations.Occasion;
import org.jspecify.annotations.Nullable;

/** What is known of addresses, in memory, for tests. */
public final class InMemoryStandings implements Standings {
    private final Map<String, Standing> known = new HashMap<>();

    public synchronized Standing get(String address) {
        return known.getOrDefault(address, Standing.unknown(address));
    }

    /** Puts whatever a test wants to be known. */
    public synchronized void put(Standing standing) {
        known.put(standing.address(), standing);
    }

    synchronized void give(String address, @Nullable String person) {
        Standing there = get(address);
        Standing given = copy(there, person, there.unsubscribedAt(), there.asked(), there.respondedAt());
        put(person == null ? forgotten(given) : given);
    }

    /** Of an address that is nobody's any more stays whether mail may go there, and when it was asked. */
    private static Standing forgotten(Standing left) {
        return inPages(copy(left, null, left.unsubscribedAt(), left.asked(), null), Map.of(), Map.of());
    }

    /** Notes that a relational survey was put off, and then answered, in a page. */
    synchronized void noteInPage(String address, String survey, long at) {
        asked(address, Occasion.RELATIONAL, at);
        put(inPages(get(address), Map.of(Occasion.RELATIONAL, at), Map.of(survey, at)));
    }

    private static Standing inPages(Standing there, Map<Occasion, Long> dismissed, Map<String, Long> responded) {
        return new Standing(
                there.address(),
                there.person(),
                there.unsubscribedAt(),
                there.unsubscribedFrom(),
                there.bouncedAt(),
                there.complainedAt(),
                there.softBounces(),
                there.asked(),
                there.askedBy(),
                there.respondedAt(),
                there.restDays(),
                dismissed,
                responded);
    }

    @Override
    public synchronized Map<String, Standing> of(Collection<String> addresses) {
        Map<String, Standing> found = new LinkedHashMap<>();
        addresses.forEach(
                address -> Optional.ofNullable(known.get(address)).ifPresent(standing -> found.put(address, standing)));
        return found;
    }

    @Override
    public Iterator<Mark> unsubscribed(Range at) {
        return marks(Standing::unsubscribedAt, at);
    }

    @Override
    public Iterator<Mark> bounced(Range at) {
        return marks(Standing::bouncedAt, at);
    }

    private synchronized Iterator<Mark> marks(Function<Standing, @Nullable Long> when, Range at) {
        return known.values().stream()
                .filter(standing -> standing.person() != null && when.apply(standing) != null)
                .map(standing -> new Mark(
                        Objects.requireNonNull(standing.person()), Objects.requireNonNull(when.apply(standing))))
                .filter(mark -> at.contains(mark.at()))
                .sorted(Comparator.comparing(Mark::at))
                .toList()
                .iterator();
    }

    @Override
    public synchronized void unsubscribe(String address, long at) {
        Standing there = get(address);
        Long first = there.unsubscribedAt() == null ? Long.valueOf(at) : there.unsubscribedAt();
        put(copy(there, there.person(), first, there.asked(), there.respondedAt()));
    }

    @Override
    public synchronized void askedElsewhere(String address, long at) {
        for (Occasion occasion : Occasion.values()) {
            asked(address, occasion, at);
        }
    }

    private void asked(String address, Occasion occasion, long at) {
        Standing there = get(address);
        Map<Occasion, Long> asked = new EnumMap<>(Occasion.class);
        asked.putAll(there.asked());
        asked.merge(occasion, at, Math::max);
        put(copy(there, there.person(), there.unsubscribedAt(), asked, there.respondedAt()));
    }

    @Override
    public synchronized void responded(String address, long at) {
        Standing there = get(address);
        long newest = there.respondedAt() == null ? at : Math.max(at, there.respondedAt());
        put(copy(there, there.person(), there.unsubscribedAt(), there.asked(), newest));
    }

    @Override
    public synchronized void carry(String from, String to) {
        Standing old = get(from);
        old.asked().forEach((occasion, at) -> asked(to, occasion, at));
        Optional.ofNullable(old.unsubscribedAt()).ifPresent(at -> unsubscribe(to, at));
        Standing there = get(to);
        Set<String> surveys = new HashSet<>(there.unsubscribedFrom());
        surveys.addAll(old.unsubscribedFrom());
        Integer rest = there.restDays() == null
                ? old.restDays()
                : Integer.valueOf(Math.max(there.restDays(), Objects.requireNonNullElse(old.restDays(), 0)));
        put(new Standing(
                to,
                there.person(),
                there.unsubscribedAt(),
                surveys,
                there.bouncedAt(),
                there.complainedAt(),
                there.softBounces(),
                there.asked(),
                there.askedBy(),
                there.respondedAt(),
                rest,
                newest(there.dismissed(), old.dismissed()),
                newest(there.responded(), old.responded())));
    }

    private static Standing copy(
            Standing there,
            @Nullable String person,
            @Nullable Long unsubscribedAt,
            Map<Occasion, Long> asked,
            @Nullable Long respondedAt) {
        return new Standing(
                there.address(),
                person,
                unsubscribedAt,
                there.unsubscribedFrom(),
                there.bouncedAt(),
                there.complainedAt(),
                there.softBounces(),
                asked,
                there.askedBy(),
                respondedAt,
                there.restDays(),
                there.dismissed(),
                there.responded());
    }

    private static <K> Map<K, Long> newest(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> newest = new HashMap<>(one);
        other.forEach((key, at) -> newest.merge(key, at, Math::max));
        return newest;
    }
}
