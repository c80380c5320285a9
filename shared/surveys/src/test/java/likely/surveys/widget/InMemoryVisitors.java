package likely.surveys.widget;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** Visitors in memory, for tests. */
public final class InMemoryVisitors implements Visitors {
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Relation> relations = new HashMap<>();

    public synchronized void person(String id, String address, Relation relation) {
        relations.put(id, relation);
        Standing there = of(address);
        put(there, id, there.asked(), there.askedBy(), there.respondedAt(), there.dismissed(), there.responded());
    }

    /** Puts whatever a test wants to be known. */
    public synchronized void put(Standing standing) {
        standings.put(standing.address(), standing);
    }

    @Override
    public synchronized Standing of(String address) {
        return standings.getOrDefault(address, Standing.unknown(address));
    }

    @Override
    public synchronized Optional<Relation> relation(String person) {
        return Optional.ofNullable(relations.get(person));
    }

    @Override
    public synchronized boolean ask(Standing read, Occasion occasion, String asking, long at) {
        Standing there = of(read.address());
        if (!there.equals(read)) {
            return false;
        }
        put(
                there,
                there.person(),
                with(there.asked(), occasion, at),
                asking,
                there.respondedAt(),
                there.dismissed(),
                there.responded());
        return true;
    }

    @Override
    public synchronized void dismissed(String address, Occasion occasion, long at) {
        Standing there = of(address);
        long newest = Math.max(at, there.dismissed().getOrDefault(occasion, 0L));
        put(
                there,
                there.person(),
                there.asked(),
                there.askedBy(),
                there.respondedAt(),
                with(there.dismissed(), occasion, newest),
                there.responded());
    }

    @Override
    public synchronized void answered(String address, Occasion occasion, String survey, String answer, long at) {
        Standing there = of(address);
        if (there.responded().getOrDefault(survey, 0L) > at) {
            return;
        }
        Map<String, Long> responded = new HashMap<>(there.responded());
        responded.put(survey, at);
        put(there, there.person(), with(there.asked(), occasion, at), answer, at, there.dismissed(), responded);
    }

    private static Map<Occasion, Long> with(Map<Occasion, Long> moments, Occasion occasion, long at) {
        Map<Occasion, Long> all = new EnumMap<>(Occasion.class);
        all.putAll(moments);
        all.put(occasion, at);
        return all;
    }

    private void put(
            Standing there,
            @Nullable String person,
            Map<Occasion, Long> asked,
            @Nullable String askedBy,
            @Nullable Long respondedAt,
            Map<Occasion, Long> dismissed,
            Map<String, Long> responded) {
        put(new Standing(
                there.address(),
                person,
                there.unsubscribedAt(),
                there.unsubscribedFrom(),
                there.bouncedAt(),
                there.complainedAt(),
                there.softBounces(),
                asked,
                askedBy,
                respondedAt,
                there.restDays(),
                dismissed,
                responded));
    }
}
