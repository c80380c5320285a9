package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import likely.web.WebFile;
import likely.web.WebFiles;
import org.junit.jupiter.api.Test;

/** What an owner puts into a page. */
class SnippetTest {
    private final Api api = new Api();

    @Test
    void it_names_the_widget_by_the_address_of_the_call_and_this_version_of_it_by_its_hash() {
        api.owner("POST", "/v1/surveys")
                .json("{\"brand\":\"Acme\",\"id\":\"shop\"}")
                .send();
        WebFile widget =
                new WebFiles().find(WebFiles.Folder.PUBLIC, "widget.js").orElseThrow();

        Map<String, Object> snippet = api.get("/v1/surveys/shop/snippet").object();

        String html = (String) snippet.get("html");
        assertThat(html).matches("<script async src=\"https?://[^\"]+/widget\\.js\" data-survey=\"shop\"></script>");
        String base = html.replaceAll(".*src=\"(.*)/widget\\.js\".*", "$1");
        assertThat(snippet)
                .containsEntry(
                        "html_pinned",
                        "<script async src=\"" + base + "/assets/widget." + widget.hash() + ".js\" integrity=\""
                                + widget.integrity() + "\" crossorigin=\"anonymous\" data-survey=\"shop\"></script>")
                .containsEntry("module", "import likely from \"" + base + "/widget.mjs?survey=shop\";");
    }

    @Test
    void where_the_owner_has_the_widget_elsewhere_it_is_loaded_from_there() {
        Api edge = new Api(Optional.empty(), Optional.of("https://edge.example/nps"), UnaryOperator.identity());
        edge.owner("POST", "/v1/surveys")
                .json("{\"brand\":\"Acme\",\"id\":\"shop\"}")
                .send();

        assertThat(edge.get("/v1/surveys/shop/snippet").object().values())
                .allSatisfy(text -> assertThat(text).asString().contains("\"https://edge.example/nps/"));
    }

    @Test
    void there_is_none_of_a_survey_that_is_not() {
        assertThat(api.get("/v1/surveys/none/snippet").status()).isEqualTo(404);
    }
}
