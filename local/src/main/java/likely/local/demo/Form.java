package likely.local.demo;

import java.util.Map;
import java.util.regex.Pattern;

/** Fields as the shop takes them; what is wrong with one is an {@link IllegalArgumentException} that names it. */
final class Form {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_TEXT = 100;

    private Form() {}

    static String text(Map<String, String> form, String name, String otherwise) {
        String value = form.getOrDefault(name, "").strip();
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + ": too long");
        }
        return value.isEmpty() ? otherwise : value;
    }

    static String address(Map<String, String> form) {
        String email = form.getOrDefault("email", "").strip();
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            throw new IllegalArgumentException("email: an address such as you@example.com is needed");
        }
        return email;
    }
}
