package likely.surveys.answers;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted sequences as one, in which what stands at the same place of several is there once. */
public final class Merged implements Iterator<Entry> {
    private final PriorityQueue<Head> heads;
    private @Nullable Place last;

    private record Head(Entry entry, Iterator<Entry> rest) {}

    public Merged(List<Iterator<Entry>> sorted, Comparator<Place> order) {
        heads = new PriorityQueue<>(Comparator.comparing(head -> head.entry().place(), order));
        sorted.forEach(this::push);
    }

    public Merged(List<Iterator<Entry>> sorted, boolean descending) {
        this(sorted, Place.order(descending));
    }

    @Override
    public boolean hasNext() {
        while (!heads.isEmpty() && heads.peek().entry().place().equals(last)) {
            push(heads.poll().rest());
        }
        return !heads.isEmpty();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Head head = heads.poll();
        last = head.entry().place();
        push(head.rest());
        return head.entry();
    }

    private void push(Iterator<Entry> rest) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), rest));
        }
    }
}
