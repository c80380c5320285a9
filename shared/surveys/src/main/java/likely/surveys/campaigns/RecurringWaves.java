package likely.surveys.campaigns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import likely.surveys.campaigns.Trigger.Days.Recurrence;
import likely.surveys.people.Person;

/** Each day of a recurrence is a wave to everybody. */
final class RecurringWaves implements Waves {
    private final Recurrence recurrence;
    private final Map<String, Optional<LocalDate>> known = new ConcurrentHashMap<>();

    RecurringWaves(Recurrence recurrence) {
        this.recurrence = recurrence;
    }

    @Override
    public List<LocalDate> days(LocalDate from, LocalDate until) {
        return Recurrences.between(recurrence, from, until);
    }

    @Override
    public String wave(LocalDate day) {
        return day.toString();
    }

    @Override
    public Optional<LocalDate> day(String wave, Person person) {
        return known.computeIfAbsent(wave, this::parse);
    }

    private Optional<LocalDate> parse(String wave) {
        try {
            LocalDate day = LocalDate.parse(wave);
            return days(day, day).stream().findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
