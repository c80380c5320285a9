package likely.local;

/** Something that the person who starts `local` can put right; the message says what. */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
