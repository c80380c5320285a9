package likely.local.demo;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An order of one product. */
record Order(String number, Customer customer, String locale, String product, String colour, String region) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** Takes a form; what is wrong with it is an {@link IllegalArgumentException} that says which field and why. */
    static Order of(Map<String, String> form) {
        Order order = new Order(
                Form.text(form, "order", "A-" + String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000))),
                Customer.of(form),
                Form.text(form, "locale", "en"),
                Product.find(Form.text(form, "product", Product.KETTLE.id()))
                        .orElseThrow(() -> new IllegalArgumentException("product: there is no such product"))
                        .sku(),
                Form.text(form, "colour", "pine"),
                Form.text(form, "region", "EU"));
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
        Map<String, Object> person = new LinkedHashMap<>(customer.claims());
        person.put("locale", locale);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("order", number);
        detail.put("product", product);
        detail.put("colour", colour);
        detail.put("region", region);
        detail.put("person", person);
        return detail;
    }
}
