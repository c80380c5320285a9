package likely.surveys.sending;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is kept of sending as a whole. Every method throws {@link likely.surveys.Unavailable} when it cannot be reached. */
public interface SendingRecords {
    Guard guard();

    /** Pauses; a pause that is there already stays as it is. */
    void pause(Guard.Pause pause);

    /** Mail goes again, judged anew from this day on without what is forgiven of it. */
    void resume(LocalDate since, Health forgiven);

    /** The days that have something, from one to another, both included; in UTC. */
    Map<LocalDate, Health> days(LocalDate from, LocalDate to);

    /** Adds mails that were sent. */
    void addSent(LocalDate day, long mails);

    Optional<Ramp> ramp();

    void save(Ramp ramp);
}
