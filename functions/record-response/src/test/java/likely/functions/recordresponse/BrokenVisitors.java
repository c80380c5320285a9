package likely.functions.recordresponse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import likely.surveys.Identities;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Addresses;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import likely.surveys.widget.SignedVisitors;
import likely.surveys.widget.Visitors;

/** A store with a bug, whose exception quotes what it was given. */
record BrokenVisitors() implements Visitors {
    static SignedVisitors signed() {
        return new SignedVisitors(
                new Identities(List::of), new Addresses(() -> "secret"), new BrokenVisitors(), Clock.systemUTC());
    }

    @Override
    public Standing of(String address) {
        throw new IllegalStateException(address);
    }

    @Override
    public Optional<Relation> relation(String person) {
        throw new IllegalStateException(person);
    }

    @Override
    public boolean ask(Standing read, Occasion occasion, String asking, long at) {
        throw new IllegalStateException(read.address());
    }

    @Override
    public void dismissed(String address, Occasion occasion, long at) {
        throw new IllegalStateException(address);
    }

    @Override
    public void answered(String address, Occasion occasion, String survey, String answer, long at) {
        throw new IllegalStateException(address);
    }
}
