package likely.surveys.answers;

import java.util.Comparator;

/** Where a response stands in an order: by its moment, and by its id's text within a second. */
public record Place(long at, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::at).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    static Comparator<Place> order(boolean descending) {
        return descending ? ORDER.reversed() : ORDER;
    }
}
