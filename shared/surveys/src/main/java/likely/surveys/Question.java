package likely.surveys;

import java.util.List;

/** A further question, asked after the score; each can be skipped. */
public sealed interface Question {
    /** Its name in {@code answers}; may be counted as a segment when the question is closed. */
    String id();

    String text();

    record Choice(String id, String text, boolean multiple, List<Option> options) implements Question {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record FreeText(String id, String text) implements Question {}

    /** A whole number from {@code min} to {@code max}. */
    record Scale(String id, String text, int min, int max) implements Question {}

    /** Yes or no, such as "May we contact you about this?". */
    record Consent(String id, String text) implements Question {}

    record Option(String id, String text) {}

    default boolean closed() {
        return !(this instanceof FreeText);
    }
}
