package likely.surveys.json;

import java.util.List;
import java.util.stream.Collectors;

/** The sender's message was refused; says each field and the reason, and never repeats what was sent. */
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super(errors.stream().map(e -> e.field() + " " + e.reason()).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public Invalid(String field, String reason) {
        this(List.of(new FieldError(field, reason)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
