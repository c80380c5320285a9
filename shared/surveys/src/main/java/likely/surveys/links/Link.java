package likely.surveys.links;

/**
 * What a signed link says.
 *
 * @param id of an invitation, or of a link that was made without a mail; decimal
 * @param expires Unix seconds
 */
public record Link(Purpose purpose, String id, long expires) {
    /** What a link may be used for; one made for one purpose is worthless for another. */
    public enum Purpose {
        ANSWER('a'),
        UNSUBSCRIBE('u');

        private final char code;

        Purpose(char code) {
            this.code = code;
        }

        byte code() {
            return (byte) code;
        }
    }
}
