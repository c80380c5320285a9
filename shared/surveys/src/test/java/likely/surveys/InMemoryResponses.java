package likely.surveys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Image;
import org.jspecify.annotations.Nullable;

/** Responses in memory, for tests and benchmarks. */
public final class InMemoryResponses implements Responses {
    private final Map<String, Stored> stored = new HashMap<>();

    /** What is kept of a response; the edition is null when it is erased. */
    private record Stored(
            String submissionId,
            int seq,
            long rev,
            @Nullable Response edition) {}

    @Override
    public synchronized Recorded record(Response edition) {
        Stored there = stored.get(edition.id());
        if (there == null) {
            stored.put(edition.id(), new Stored(edition.submissionId(), edition.seq(), 1, edition));
            return Recorded.CREATED;
        } else if (!there.submissionId().equals(edition.submissionId())) {
            return Recorded.TAKEN;
        } else if (there.edition() == null) {
            return Recorded.ERASED;
        } else if (there.seq() >= edition.seq()) {
            return Recorded.KNOWN;
        }
        Response first = there.edition();
        stored.put(
                edition.id(),
                new Stored(there.submissionId(), edition.seq(), there.rev() + 1, lasting(first, edition)));
        return Recorded.EDITED;
    }

    @Override
    public synchronized Optional<Recorded> complete(Response edition) {
        return stored.containsKey(edition.id()) ? Optional.of(record(edition)) : Optional.empty();
    }

    @Override
    public synchronized boolean erase(String id) {
        Stored there = stored.get(id);
        if (there == null || there.edition() == null) {
            return false;
        }
        stored.put(id, new Stored(there.submissionId(), there.seq(), there.rev() + 1, null));
        return true;
    }

    /** What is stored of a response, as the stream would show it. */
    public synchronized Optional<Image> image(String id) {
        return Optional.ofNullable(stored.get(id))
                .map(there -> new Image(
                        id, there.rev(), there.edition() == null ? null : Contribution.of(there.edition()), false));
    }

    /** A later edition keeps the day on which the first one was recorded. */
    private static Response lasting(Response first, Response edition) {
        return new Response(
                edition.id(),
                edition.survey(),
                edition.submissionId(),
                edition.seq(),
                edition.rev(),
                edition.score(),
                edition.comment(),
                edition.answers(),
                edition.properties(),
                edition.segments(),
                edition.person(),
                edition.identity(),
                edition.claim(),
                edition.locale(),
                edition.page(),
                edition.touchpoint(),
                first.day(),
                first.createdAt(),
                edition.updatedAt(),
                first.expiresAt(),
                edition.limited(),
                first.source(),
                first.excluded());
    }
}
