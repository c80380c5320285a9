package likely.surveys;

/** A store that is throttled, slow or not there: worth another try later. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(Throwable cause) {
        super("The store is not available", cause);
    }
}
