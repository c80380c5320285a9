package likely.surveys.invitations;

/** Why somebody is asked; each has a quarantine of its own, so that one cannot starve the other. */
public enum Occasion {
    /** The relation as a whole, on a schedule. */
    RELATIONAL,
    /** One order, call or visit, after it. */
    TRANSACTIONAL
}
