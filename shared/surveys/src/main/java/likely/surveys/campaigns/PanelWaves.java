package likely.surveys.campaigns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import likely.surveys.campaigns.Trigger.Days.RollingPanel;
import likely.surveys.outreach.Hours;
import likely.surveys.outreach.Sending;
import likely.surveys.people.Person;

/**
 * Each period of so many days is a wave, and everybody has a day in it: the period's days without those off, and of
 * these the one at the person's share. Spread over all days, those of a weekend off would come together on the Monday.
 */
final class PanelWaves implements Waves {
    private static final String PREFIX = "panel-";

    private final String campaign;
    private final RollingPanel panel;
    private final Sending sending;
    private final Map<String, List<LocalDate>> periods = new ConcurrentHashMap<>();

    PanelWaves(String campaign, RollingPanel panel, Sending sending) {
        this.campaign = campaign;
        this.panel = panel;
        this.sending = sending;
    }

    @Override
    public List<LocalDate> days(LocalDate from, LocalDate until) {
        LocalDate first = from.isBefore(panel.start()) ? panel.start() : from;
        return first.isAfter(until)
                ? List.of()
                : first.datesUntil(until.plusDays(1))
                        .filter(day -> Hours.isOpen(sending, day))
                        .toList();
    }

    @Override
    public String wave(LocalDate day) {
        long periods = Math.floorDiv(ChronoUnit.DAYS.between(panel.start(), day), panel.days());
        return PREFIX + panel.start().plusDays(periods * panel.days());
    }

    @Override
    public Optional<LocalDate> day(String wave, Person person) {
        List<LocalDate> days = periods.computeIfAbsent(wave, this::period);
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.get((int) (Share.of("panel", campaign, person.id()) * days.size())));
    }

    private List<LocalDate> period(String wave) {
        try {
            LocalDate first = LocalDate.parse(wave.startsWith(PREFIX) ? wave.substring(PREFIX.length()) : "");
            return wave(first).equals(wave) ? days(first, first.plusDays(panel.days() - 1L)) : List.of();
        } catch (DateTimeException e) {
            return List.of();
        }
    }
}
