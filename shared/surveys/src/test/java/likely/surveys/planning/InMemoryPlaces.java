package likely.surveys.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A planner's places in memory. */
public final class InMemoryPlaces implements Places {
    private final Map<String, Place> places = new HashMap<>();
    private String holder = "";
    private long until;

    @Override
    public Optional<Place> find(String campaign, String task) {
        return Optional.ofNullable(places.get(campaign + "#" + task));
    }

    @Override
    public void save(Place place) {
        places.put(place.campaign() + "#" + place.task(), place);
    }

    @Override
    public boolean lease(String wanting, long now, long wanted) {
        if (!holder.equals(wanting) && until > now) {
            return false;
        }
        holder = wanting;
        until = wanted;
        return true;
    }

    @Override
    public void release(String leaving) {
        until = holder.equals(leaving) ? 0 : until;
    }
}
