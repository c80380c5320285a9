package likely.embedded;

/** A resource of the template whose condition holds, with its properties resolved. */
public record Resource(String id, String type, Properties properties) {}
