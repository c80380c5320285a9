package likely.surveys.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import likely.surveys.Survey;
import likely.surveys.campaigns.Campaign;
import likely.surveys.people.Person;
import likely.surveys.planning.Forecast.Asking;

/**
 * The sums of a rehearsal: mails by day, as if nobody answered, so no fewer than there will be; and what holds askings
 * back. Days are the survey's.
 */
public final class ForecastSums {
    private static final String CEILING = "ceiling";

    private final Survey survey;
    private final Campaign campaign;
    private final Instant until;
    private final TreeMap<LocalDate, long[]> days = new TreeMap<>();
    private final Map<String, Long> heldBack = new LinkedHashMap<>();
    private final List<Asking> askings = new ArrayList<>();
    private long mails;

    public ForecastSums(Survey survey, Campaign campaign, Instant until) {
        this.survey = survey;
        this.campaign = campaign;
        this.until = until;
    }

    /** Adds those of a person's askings that are this campaign's. */
    public void add(Person person, List<Asking> all) {
        for (Asking asking : all) {
            if (asking.campaign().equals(campaign.id())) {
                askings.add(asking);
                asking.heldBack().forEach(rule -> heldBack.merge(rule.name().toLowerCase(Locale.ROOT), 1L, Long::sum));
                if (asking.heldBack().isEmpty()) {
                    mail(asking.due(), 0);
                    reminders(person, asking);
                }
            }
        }
    }

    private void reminders(Person person, Asking asking) {
        int allowed = survey.outreach().sending().ceiling() - 1;
        for (int number = 1; number <= campaign.reminders().count(); number++) {
            boolean over = number > allowed;
            Askings.reminderDue(survey, campaign, person, asking.due(), number)
                    .filter(due -> !due.isAfter(until))
                    .ifPresent(due -> {
                        if (over) {
                            heldBack.merge(CEILING, 1L, Long::sum);
                        } else {
                            mail(due, 1);
                        }
                    });
        }
    }

    private void mail(Instant due, int kind) {
        days.computeIfAbsent(due.atZone(survey.zone()).toLocalDate(), day -> new long[2])[kind]++;
        mails++;
    }

    public long mails() {
        return mails;
    }

    public List<Asking> askings() {
        return List.copyOf(askings);
    }

    /** Counts by rule, and of reminders over the ceiling; an asking that several rules hold back counts for each. */
    public Map<String, Long> heldBack() {
        return Map.copyOf(heldBack);
    }

    /** Surveys and reminders of each day that has some, by date. */
    public List<Map<String, Object>> days() {
        List<Map<String, Object>> rows = new ArrayList<>();
        days.forEach((day, counts) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("day", day.toString());
            row.put("surveys", counts[0]);
            row.put("reminders", counts[1]);
            rows.add(row);
        });
        return rows;
    }
}
