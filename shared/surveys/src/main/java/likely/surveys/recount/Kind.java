package likely.surveys.recount;

/** What a difference is. */
public enum Kind {
    /** A response that the ledger does not know. */
    MISSING,
    /** The ledger has counted an older rev of the response. */
    BEHIND,
    /** The ledger has counted this rev with another score, day or survey. */
    DIFFERENT,
    /** The ledger has counted a rev that the response never had: its table was put back. Nothing repairs it here. */
    AHEAD,
    /** An item that does not hold what it should. Nothing repairs it here. */
    UNREADABLE,
    /** An entry whose response has gone, and which was not marked as expired. */
    ORPHANED,
    /** A counter that is not the sum of its entries. */
    DRIFTED
}
