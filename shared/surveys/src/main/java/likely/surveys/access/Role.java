package likely.surveys.access;

/** What the holder of a key may do. */
public enum Role {
    /** Everything, in every survey. */
    OWNER,
    /** Everything in one survey, but for its keys. */
    SURVEY,
    /** Reads one survey, without names and addresses of people. */
    VIEWER
}
