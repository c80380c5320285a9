package likely.functions.serveapi.v1;

/** A call that is refused with a status alone. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status) {
        super("HTTP " + status);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** It is there, but not for this key, or not from this page. */
    public static Refusal forbidden() {
        return new Refusal(403);
    }

    public static Refusal notFound() {
        return new Refusal(404);
    }

    /** Somebody else changed it meanwhile. */
    public static Refusal conflict() {
        return new Refusal(409);
    }
}
