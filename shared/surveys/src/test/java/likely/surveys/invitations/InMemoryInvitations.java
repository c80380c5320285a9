package likely.surveys.invitations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Planned mails in memory, for tests. */
public final class InMemoryInvitations implements Invitations {
    private final Map<String, Invitation> stored = new HashMap<>();

    @Override
    public synchronized boolean add(Invitation invitation) {
        return stored.putIfAbsent(invitation.id(), invitation) == null;
    }

    @Override
    public synchronized Optional<Invitation> find(String id) {
        return Optional.ofNullable(stored.get(id));
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
    public synchronized boolean cancel(String id, String reason) {
        Invitation there = stored.get(id);
        if (there == null || there.state() != State.SCHEDULED) {
            return false;
        }
        stored.put(id, in(there, State.CANCELLED, reason));
        return true;
    }

    @Override
    public synchronized void forget(String id) {
        cancel(id, "erased");
        stored.computeIfPresent(id, (key, there) -> forgotten(there));
    }

    /** Puts one into another state, as the dispatcher would. */
    public synchronized void become(String id, State state) {
        stored.computeIfPresent(id, (key, there) -> in(there, state, null));
    }

    private static Invitation in(Invitation there, State state, @Nullable String reason) {
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
                there.dueAt(),
                there.createdAt(),
                state,
                reason,
                there.sentAt());
    }

    private static Invitation forgotten(Invitation there) {
        return new Invitation(
                there.id(),
                there.survey(),
                there.campaign(),
                "",
                there.kind(),
                there.occasion(),
                "",
                there.address(),
                there.asking(),
                null,
                null,
                there.number(),
                Map.of(),
                there.dueAt(),
                there.createdAt(),
                there.state(),
                there.reason(),
                there.sentAt());
    }
}
