package likely.surveys.json;

/**
 * What is wrong with one field of a sender's message.
 *
 * @param field the path to it, such as {@code properties.region}; {@code body} for the whole
 * @param reason why it was refused, in words that follow the field's name: "is longer than 5000 characters"
 */
public record FieldError(String field, String reason) {}
