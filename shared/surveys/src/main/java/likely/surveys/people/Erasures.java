package likely.surveys.people;

import java.util.Optional;
import java.util.Set;

/** The last step of an erasure, and the receipts. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface Erasures {
    Optional<Receipt> receipt(String person);

    /** Notes how far an erasure has come. */
    void note(Receipt receipt);

    /**
     * Removes a person, takes the addresses from them, and keeps the receipt: all at once. Of an address stays whether
     * mail may go there, and when it was asked.
     *
     * @return false when the person changed meanwhile, or is gone: nothing was written
     */
    boolean finish(Person person, Set<String> addresses, Receipt receipt);
}
