package likely.surveys.campaigns;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Campaigns in memory, for tests and benchmarks. */
public final class InMemoryCampaigns implements Campaigns {
    private final ConcurrentSkipListMap<String, Campaign> stored = new ConcurrentSkipListMap<>();

    private static String key(String survey, String id) {
        return survey + "#" + id;
    }

    @Override
    public Optional<Campaign> find(String survey, String id) {
        return Optional.ofNullable(stored.get(key(survey, id)));
    }

    @Override
    public List<Campaign> of(String survey) {
        return all().stream()
                .filter(campaign -> campaign.survey().equals(survey))
                .sorted(Comparator.comparing(Campaign::id))
                .toList();
    }

    @Override
    public List<Campaign> all() {
        return List.copyOf(stored.values());
    }

    @Override
    public synchronized void add(Campaign campaign) {
        if (stored.putIfAbsent(key(campaign.survey(), campaign.id()), campaign) != null) {
            throw new Taken();
        }
    }

    @Override
    public synchronized void replace(Campaign campaign) {
        String key = key(campaign.survey(), campaign.id());
        Campaign there = stored.get(key);
        if (there == null || there.version() != campaign.version() - 1) {
            throw new Changed();
        }
        stored.put(key, campaign);
    }
}
