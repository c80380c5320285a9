package likely.surveys.planning;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import org.jspecify.annotations.Nullable;

/** Planned mails in memory, with both their ports. Its method {@link #write} is there to be broken. */
public class InMemoryMails implements Plans, Invitations {
    private final Map<String, Invitation> stored = new TreeMap<>();

    /** Called before each write. */
    protected void write() {}

    public synchronized List<Invitation> all() {
        return List.copyOf(stored.values());
    }

    /** Puts one into another state, as the dispatcher would. */
    public synchronized void become(String id, State state) {
        stored.computeIfPresent(id, (key, there) -> in(there, state, null, there.dueAt()));
    }

    @Override
    public synchronized Set<String> add(Collection<Invitation> invitations) {
        Set<String> kept = new LinkedHashSet<>();
        for (Invitation invitation : invitations) {
            write();
            Invitation there = stored.get(invitation.id());
            if (there == null
                    || (there.state() == State.CANCELLED
                            && CallOff.revivableReasons().contains(there.reason()))) {
                stored.put(invitation.id(), invitation);
                kept.add(invitation.id());
            }
        }
        return kept;
    }

    @Override
    public synchronized boolean add(Invitation invitation) {
        write();
        return stored.putIfAbsent(invitation.id(), invitation) == null;
    }

    @Override
    public synchronized Optional<Invitation> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized Map<String, Invitation> find(Collection<String> ids) {
        Map<String, Invitation> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(there -> found.put(id, there)));
        return found;
    }

    @Override
    public synchronized Iterator<Invitation> ofPerson(String person) {
        return stored.values().stream()
                .filter(invitation -> invitation.person().equals(person))
                .sorted(Comparator.comparing(Invitation::createdAt).thenComparing(Invitation::id))
                .toList()
                .iterator();
    }

    @Override
    public synchronized boolean move(Invitation read, long dueAt) {
        write();
        Invitation there = stored.get(read.id());
        if (there == null || there.state() != State.SCHEDULED || there.dueAt() != read.dueAt()) {
            return false;
        }
        stored.put(read.id(), in(there, State.SCHEDULED, null, dueAt));
        return true;
    }

    @Override
    public synchronized boolean cancel(String id, String reason) {
        write();
        Invitation there = stored.get(id);
        if (there == null || there.state() != State.SCHEDULED) {
            return false;
        }
        stored.put(id, in(there, State.CANCELLED, reason, there.dueAt()));
        return true;
    }

    @Override
    public synchronized void forget(String id) {
        throw new UnsupportedOperationException("no planner forgets");
    }

    @Override
    public synchronized Page waiting(int shard, @Nullable String after, int most) {
        List<Invitation> waiting = stored.values().stream()
                .filter(mail -> !mail.state().settled())
                .filter(mail -> Math.floorMod(mail.id().hashCode(), SHARDS) == shard)
                .filter(mail -> after == null || place(mail).compareTo(after) > 0)
                .sorted(Comparator.comparing(InMemoryMails::place))
                .limit(most)
                .toList();
        return new Page(
                waiting.stream()
                        .map(mail -> new Waiting(mail.id(), mail.campaign()))
                        .toList(),
                waiting.size() < most ? null : place(waiting.get(most - 1)));
    }

    private static String place(Invitation mail) {
        return "%012d#%s".formatted(mail.dueAt(), mail.id());
    }

    private static Invitation in(Invitation there, State state, @Nullable String reason, long dueAt) {
        return new Invitation(
                there.id(),
                there.survey(),
                there.campaign(),
                there.wave(),
                there.kind(),
                there.occasion(),
                there.person(),
                there.address(),
                there.asking(),
                there.response(),
                there.band(),
                there.number(),
                there.properties(),
                dueAt,
                there.createdAt(),
                state,
                reason,
                there.sentAt());
    }
}
