package likely.surveys.sources;

/** One answer that arrives from somewhere, before it is known whether it is a new one. */
public interface Vote {
    /** From nowhere that is known, or for a survey that does not mind. */
    Vote FREE = new Vote() {
        @Override
        public Standing standing() {
            return new Standing.Ordinary();
        }

        @Override
        public void given() {}
    };

    Standing standing();

    /** Counts it: it was a new one. A resend and a later edition are not. */
    void given();

    /** What becomes of a new answer. */
    sealed interface Standing {
        record Ordinary() implements Standing {}

        /** So many came from its place that it is recorded with the place's id, by which the owner can take it out. */
        record Marked(String source) implements Standing {}

        /** So many came that it is not recorded; in so many seconds it is worth another try. */
        record Later(long seconds) implements Standing {}
    }
}
