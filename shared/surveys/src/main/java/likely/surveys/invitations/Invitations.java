package likely.surveys.invitations;

import java.util.Iterator;
import java.util.Optional;

/** Where planned mails are kept. Every method throws {@link likely.surveys.Unavailable} when the store cannot be reached. */
public interface Invitations {
    /**
     * Keeps a new one.
     *
     * @return false when there is one of its id already, which stays as it is
     */
    boolean add(Invitation invitation);

    Optional<Invitation> find(String id);

    /** All of a person's, oldest first, read as they are asked for. One that was added a moment ago may be missing. */
    Iterator<Invitation> ofPerson(String person);

    /**
     * Calls off one that waits for its hour; one that a dispatcher has claimed is left.
     *
     * @return whether this call did it
     */
    boolean cancel(String id, String reason);

    /**
     * Forgets whose it is and what it was about, for an erasure: the id, the address's key and what became of it stay. One
     * that waits is called off; one that is being sent is settled by its dispatcher all the same.
     */
    void forget(String id);
}
