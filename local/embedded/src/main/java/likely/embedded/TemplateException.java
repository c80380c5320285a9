package likely.embedded;

/** The template says something that this reader does not know, or contradicts itself; the message names the place. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TemplateException(String message) {
        super(message);
    }

    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
