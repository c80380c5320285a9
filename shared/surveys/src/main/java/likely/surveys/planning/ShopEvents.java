package likely.surveys.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;
import likely.surveys.json.FieldError;
import likely.surveys.json.Invalid;
import likely.surveys.people.Person;
import likely.surveys.planning.Askings.Cause;

/**
 * Plans surveys after events, once for each order or call: what makes an event the same is a field of its detail, since
 * the bus may deliver it twice and a shop may send it twice. One that undoes another may come before it, and then leaves
 * a mark in its place.
 */
public final class ShopEvents {
    /** A survey that would be so late would be asked about what nobody remembers. */
    private static final Duration LATE = Duration.ofDays(7);

    private final Parts parts;

    /** What they work with. */
    public record Parts(
            Wishes wishes, Invitations invitations, Plans plans, Newcomers newcomers, Askings askings, Clock clock) {}

    public ShopEvents(Parts parts) {
        this.parts = parts;
    }

    /**
     * Does what campaigns want done about an event.
     *
     * @return how many wanted something
     * @throws Invalid naming the fields that keep one of them from it; the others have done theirs
     */
    public int handle(ShopEvent event) {
        int wanted = 0;
        List<FieldError> errors = new ArrayList<>();
        for (Wish wish : parts.wishes().of(event)) {
            wanted++;
            try {
                if (wish.undone()) {
                    undo(wish, event);
                } else {
                    plan(wish, event);
                }
            } catch (Invalid e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors.stream().distinct().toList());
        }
        return wanted;
    }

    private void plan(Wish wish, ShopEvent event) {
        String wave = wish.wave(event);
        Contact contact = Contact.read(event.person());
        Instant now = parts.clock().instant();
        Instant at = event.at().isAfter(now) ? now : event.at();
        if (at.plus(wish.trigger().delay()).plus(LATE).isBefore(now)) {
            throw new Invalid("time", "is so long ago that the survey would be over seven days late");
        }
        String id = id(wish, wave);
        Optional<Invitation> known = parts.invitations().find(id);
        if (known.filter(mail -> mail.state() == State.CANCELLED).isPresent()) {
            return;
        }
        Person person = parts.newcomers().known(contact, wish.survey(), now.getEpochSecond());
        Cause cause = new Cause(wave, at.getEpochSecond(), properties(wish, event));
        Timetable.open(at, wish.trigger().delay(), wish.survey(), person)
                .ifPresent(due ->
                        parts.plans().add(parts.askings().of(id, wish.survey(), wish.campaign(), person, cause, due)));
    }

    /** Calls off what was planned, reminders too; before there is anything, its place is taken by one called off. */
    private void undo(Wish wish, ShopEvent event) {
        String wave = wish.wave(event);
        String id = id(wish, wave);
        if (!parts.invitations().cancel(id, CallOff.EVENT_UNDONE.reason())
                && !parts.invitations().add(mark(wish, event, id, wave))) {
            parts.invitations().cancel(id, CallOff.EVENT_UNDONE.reason()); // planned between the two
        }
        for (int number = 1; number <= wish.campaign().reminders().count(); number++) {
            parts.invitations().cancel(InvitationId.reminder(id, number), CallOff.EVENT_UNDONE.reason());
        }
    }

    private static Invitation mark(Wish wish, ShopEvent event, String id, String wave) {
        long at = event.at().getEpochSecond();
        return new Invitation(
                id,
                wish.survey().id(),
                wish.campaign().id(),
                wave,
                Invitation.Kind.SURVEY,
                wish.campaign().occasion(),
                "",
                "",
                id,
                null,
                null,
                0,
                Map.of(),
                at,
                at,
                State.CANCELLED,
                CallOff.EVENT_UNDONE.reason(),
                null);
    }

    /** Of nobody, so that one that undoes it finds it without knowing whom it is about. */
    private static String id(Wish wish, String wave) {
        return InvitationId.survey(wish.survey().id(), wish.campaign().id(), wave, "");
    }

    private static Map<String, String> properties(Wish wish, ShopEvent event) {
        Map<String, String> properties = new LinkedHashMap<>();
        wish.trigger()
                .properties()
                .forEach((property, field) -> event.value(field).ifPresent(value -> properties.put(property, value)));
        return properties;
    }
}
