package likely.aws.dynamodb;

/** An item that does not hold what it should. Says which attribute and why, and never what is in it. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Malformed(String attribute, String reason) {
        super(attribute + " " + reason);
    }
}
