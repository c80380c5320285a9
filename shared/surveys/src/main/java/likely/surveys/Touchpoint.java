package likely.surveys;

/** Where an answer came from. */
public enum Touchpoint {
    WIDGET,
    EMAIL,
    CHECKOUT,
    CALL,
    API,
    IMPORT
}
