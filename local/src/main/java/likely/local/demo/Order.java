package likely.local.demo;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An order of the one product that the shop has. */
record Order(String number, String email, String name, String locale, String colour, String region) {

    static final String PRODUCT = "gooseneck-kettle";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_TEXT = 100;

    /** Takes a form; what is wrong with it is an {@link IllegalArgumentException} that says which field and why. */
    static Order of(Map<String, String> form) {
        Order order = new Order(
                field(form, "order", "A-" + String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000))),
                field(form, "email", ""),
                field(form, "name", ""),
                field(form, "locale", "en"),
                field(form, "colour", "pine"),
                field(form, "region", "EU"));
        if (order.email().length() > LONGEST_ADDRESS
                || !ADDRESS.matcher(order.email()).matches()) {
            throw new IllegalArgumentException("email: an address such as you@example.com is needed");
        }
        if (!isNumber(order.number())) {
            throw new IllegalArgumentException("order: 1 to 40 letters, digits and dashes");
        }
        return order;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What the shop tells of it: who bought, which key makes the event one, and what may be compared later. */
    Map<String, Object> completed() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("email", email);
        if (!name.isEmpty()) {
            person.put("name", name);
        }
        person.put("locale", locale);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("order", number);
        detail.put("product", PRODUCT);
        detail.put("colour", colour);
        detail.put("region", region);
        detail.put("person", person);
        return detail;
    }

    private static String field(Map<String, String> form, String name, String otherwise) {
        String value = form.getOrDefault(name, "").strip();
        if (value.length() > (name.equals("email") ? LONGEST_ADDRESS : LONGEST_TEXT)) {
            throw new IllegalArgumentException(name + ": too long");
        }
        return value.isEmpty() ? otherwise : value;
    }
}
