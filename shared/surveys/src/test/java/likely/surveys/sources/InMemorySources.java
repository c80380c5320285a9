package likely.surveys.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import likely.surveys.Unavailable;
import org.jspecify.annotations.Nullable;

/** Salts, counts and lists in memory, for tests. */
public final class InMemorySources implements SourceCounts, MarkedSources {
    /** What the index of marked answers shows, by place. */
    public final Map<String, List<Marked>> marked = new HashMap<>();
    /** How many answers are counted of each place and hour. */
    public final Map<String, Long> counts = new HashMap<>();

    /** Whether it cannot be reached. */
    public boolean away;

    private final Map<LocalDate, String> salts = new HashMap<>();
    private final TreeSet<String> listed = new TreeSet<>();

    private void reach() {
        if (away) {
            throw new Unavailable(new IllegalStateException("away"));
        }
    }

    @Override
    public synchronized String salt(LocalDate day) {
        reach();
        return salts.computeIfAbsent(day, missing -> "salt " + salts.size());
    }

    @Override
    public synchronized long add(Source source, long hour, long answers) {
        reach();
        return counts.merge(source.id() + " " + hour, answers, Long::sum);
    }

    @Override
    public synchronized void list(Source source, long at) {
        reach();
        listed.add(source.survey() + " " + source.id());
    }

    @Override
    public synchronized Page page(String survey, @Nullable String after, int most) {
        List<String> ids = new ArrayList<>();
        for (String place : listed.descendingSet()) {
            String id = place.substring(place.indexOf(' ') + 1);
            if (place.startsWith(survey + " ") && (after == null || id.compareTo(after) < 0)) {
                ids.add(id);
            }
        }
        boolean more = ids.size() >= most;
        List<String> page = more ? ids.subList(0, most) : ids;
        return new Page(page, more ? page.get(page.size() - 1) : null);
    }

    @Override
    public Iterator<Marked> answers(String source) {
        return List.copyOf(marked.getOrDefault(source, List.of())).iterator();
    }
}
