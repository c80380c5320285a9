package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import likely.surveys.planning.Places.Place;
import org.junit.jupiter.api.Test;

/** What every {@link Places} does. */
public abstract class PlacesContract {
    protected abstract Places places();

    @Test
    void a_place_is_found_as_it_was_saved_last() {
        Place first = new Place("7", "2026-12-01", 3, Map.of(0, "a#1", 3, "b#2"), 0, false, 1_800_000_000);
        Place last = new Place("7", "2026-12-01", 4, Map.of(), 1_700_000_000, true, Place.NEVER);
        assertThat(places().find("7", "2026-12-01")).isEmpty();

        places().save(first);
        assertThat(places().find("7", "2026-12-01")).contains(first);

        places().save(last);
        assertThat(places().find("7", "2026-12-01")).contains(last);
        assertThat(places().find("8", "2026-12-01")).isEmpty();
    }

    @Test
    void one_has_the_lease_until_it_ends_or_is_given_back() {
        assertThat(places().lease("a", 100, 200)).isTrue();
        assertThat(places().lease("b", 150, 250)).isFalse();
        assertThat(places().lease("a", 150, 300)).isTrue();
        assertThat(places().lease("b", 200, 400)).isFalse();
        assertThat(places().lease("b", 300, 400)).isTrue();

        places().release("a");
        assertThat(places().lease("a", 350, 400)).isFalse();

        places().release("b");
        assertThat(places().lease("a", 350, 400)).isTrue();
    }
}
