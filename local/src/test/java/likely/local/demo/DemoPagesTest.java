package likely.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import likely.local.http.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPagesTest {

    private final DemoPages pages = new DemoPages();

    @ParameterizedTest
    @CsvSource({"pine, #2f5350", "slate, #5b6472", "brick, #9a4a35"})
    void each_product_has_a_picture_in_each_colour(String colour, String paint) {
        for (Product product : Product.ALL) {
            var picture = pages.answer(Requests.get("/demo/" + product.id() + "-" + colour + ".svg"))
                    .orElseThrow();

            assertThat(picture.headers().get("Content-Type")).containsExactly("image/svg+xml");
            assertThat(picture.body().text()).contains(paint).doesNotContain("COLOUR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/kettle-gold.svg", "/demo/boat-pine.svg", "/demo/product.mustache", "/demo/../x.svg"})
    void what_is_no_file_of_the_shop_is_not_there(String path) {
        assertThat(pages.answer(Requests.get(path))).isEmpty();
    }

    @Test
    void style_and_script_are_files() {
        assertThat(pages.answer(Requests.get("/demo/shop.css"))).isPresent();
        assertThat(pages.answer(Requests.get("/demo/shop.js"))).isPresent();
    }
}
