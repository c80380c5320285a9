package likely.surveys.people;

/** What somebody is to the brand; prospects are asked too, and never counted among customers. */
public enum Relation {
    CUSTOMER,
    PROSPECT
}
