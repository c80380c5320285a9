package likely.bench.planning;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitations;
import likely.surveys.planning.Plans;
import org.jspecify.annotations.Nullable;

/** Takes planned mails, counts them and keeps none. */
final class CountedMails implements Plans, Invitations {
    private long count;
    private @Nullable Invitation last;

    long count() {
        return count;
    }

    Optional<Invitation> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public Set<String> add(Collection<Invitation> invitations) {
        count += invitations.size();
        invitations.forEach(invitation -> last = invitation);
        return invitations.stream().map(Invitation::id).collect(Collectors.toSet());
    }

    @Override
    public boolean add(Invitation invitation) {
        return !add(List.of(invitation)).isEmpty();
    }

    @Override
    public Map<String, Invitation> find(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public Optional<Invitation> find(String id) {
        return Optional.empty();
    }

    @Override
    public Iterator<Invitation> ofPerson(String person) {
        return List.<Invitation>of().iterator();
    }

    @Override
    public boolean move(Invitation read, long dueAt) {
        throw new UnsupportedOperationException("nothing waits here");
    }

    @Override
    public Page waiting(int shard, @Nullable String after, int most) {
        return new Page(List.of(), null);
    }

    @Override
    public boolean cancel(String id, String reason) {
        throw new UnsupportedOperationException("nothing waits here");
    }

    @Override
    public void forget(String id) {
        throw new UnsupportedOperationException("nothing is erased here");
    }
}
