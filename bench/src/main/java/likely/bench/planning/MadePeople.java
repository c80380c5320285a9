package likely.bench.planning;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** People in pages, made as they are read: nothing is held. */
final class MadePeople implements People {
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"));

    private final int count;

    MadePeople(int count) {
        this.count = count;
    }

    static Person person(int i) {
        String id = Long.toString(1_000_000_000_000_000_000L + i);
        return new Person(
                id,
                "customer." + i + "@shop.example",
                null,
                "Customer " + i,
                Relation.CUSTOMER,
                ZONES.get(i % ZONES.size()),
                "en",
                Map.of("plan", i % 4 == 0 ? "pro" : "free", "region", "EU"),
                Set.of("demo"),
                null,
                1_700_000_000L + i,
                1_700_000_000L + i,
                1);
    }

    @Override
    public Page page(int shard, @Nullable String after, int most) {
        List<Person> page = new ArrayList<>();
        int next = after == null ? shard : Integer.parseInt(after);
        for (; next < count && page.size() < most; next += SHARDS) {
            page.add(person(next));
        }
        return new Page(page, next < count ? Integer.toString(next) : null);
    }

    @Override
    public Optional<Person> find(String id) {
        throw new UnsupportedOperationException("a wave reads pages alone");
    }

    @Override
    public Map<String, Person> find(Collection<String> ids) {
        throw new UnsupportedOperationException("a wave reads pages alone");
    }

    @Override
    public Standing standing(String address) {
        throw new UnsupportedOperationException("a wave reads pages alone");
    }
}
