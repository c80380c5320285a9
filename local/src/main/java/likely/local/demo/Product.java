package likely.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shop sells. Each product's page shows one way of asking.
 *
 * @param id as in the page's address, and the picture's
 * @param name as orders and answers have it
 * @param price in euros
 * @param facts two words to a row
 */
record Product(
        String id,
        String sku,
        String name,
        String lead,
        int price,
        String alt,
        Way way,
        List<Map<String, String>> facts) {

    static final Map<String, String> COLOURS = Map.of("pine", "Pine", "slate", "Slate", "brick", "Brick");

    static final Product KETTLE = new Product(
            "kettle",
            "gooseneck-kettle",
            "Gooseneck Kettle",
            "Pours as slowly as you do. Holds 0.9 litres at any temperature between 40 and 100 °C, to the degree.",
            119,
            "A kettle with a long curved spout and a wooden handle",
            Way.SECONDS,
            facts("Heats up in", "3 min 40 s", "Keeps warm for", "60 min", "Weight", "1.2 kg", "Guarantee", "5 years"));

    static final List<Product> ALL = List.of(
            KETTLE,
            new Product(
                    "grinder",
                    "hand-grinder",
                    "Hand Grinder",
                    "Conical steel burrs and thirty clicks from espresso to French press. Quiet enough for six in the morning.",
                    89,
                    "A slim coffee grinder with a crank and a wooden knob",
                    Way.SCROLL,
                    facts("Holds", "25 g", "Burrs", "38 mm, steel", "Weight", "480 g", "Guarantee", "5 years")),
            new Product(
                    "dripper",
                    "pour-over-dripper",
                    "Pour-over Dripper",
                    "Ribbed stoneware that keeps the heat, on a glass carafe for two large cups.",
                    54,
                    "A coffee dripper on a glass carafe",
                    Way.SEEN,
                    facts("Makes", "0.6 litres", "Filters", "size 02", "Dishwasher", "yes", "Guarantee", "2 years")),
            new Product(
                    "cups",
                    "pair-of-cups",
                    "Pair of Cups",
                    "Two stoneware cups that sit well in two hands, glazed inside and raw outside.",
                    28,
                    "Two cups without handles, one behind the other",
                    Way.EXIT,
                    facts("Holds", "180 ml each", "Height", "8 cm", "Dishwasher", "yes", "Guarantee", "2 years")));

    static Optional<Product> find(String id) {
        return ALL.stream().filter(product -> product.id.equals(id)).findFirst();
    }

    static Optional<Product> bySku(String sku) {
        return ALL.stream().filter(product -> product.sku.equals(sku)).findFirst();
    }

    String page() {
        return equals(KETTLE) ? "/demo" : "/demo/products/" + id;
    }

    /** For a tile that leads to its page, each in another colour than its neighbour. */
    Map<String, Object> tile() {
        String colour = List.of("brick", "pine", "slate").get(ALL.indexOf(this) % 3);
        return Map.of("name", name, "price", price, "page", page(), "picture", id + "-" + colour, "alt", alt);
    }

    private static List<Map<String, String>> facts(String... pairs) {
        return Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> Map.of("what", pairs[i], "value", pairs[i + 1]))
                .toList();
    }
}
