package likely.local.http;

/** An error that an AWS service answers with. */
public final class AwsError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
