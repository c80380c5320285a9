package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who buys.
 *
 * @param name empty when it was not said
 */
record Customer(String email, String name) {

    /** Takes a form; what is wrong with it is an {@link IllegalArgumentException} that says which field and why. */
    static Customer of(Map<String, String> form) {
        return new Customer(Form.address(form), Form.text(form, "name", ""));
    }

    /** What the shop knows, by the names that Likely has for it. */
    Map<String, String> claims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("email", email);
        if (!name.isEmpty()) {
            claims.put("name", name);
        }
        return claims;
    }
}
