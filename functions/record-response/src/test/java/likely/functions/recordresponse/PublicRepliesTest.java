package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import likely.surveys.ResponseId;
import likely.web.WebFile;
import likely.web.WebFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRepliesTest {
    private static Stage stage;

    @BeforeAll
    static void a_survey() {
        stage = new Stage(
                Map.of("segments", List.of("plan"), "target", 50, "allowed_origins", List.of("https://a.example")));
    }

    @Test
    void settings_are_what_a_widget_needs_and_no_more() {
        // When
        Answer answer = stage.send(Event.settings(Stage.SURVEY));
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("""
                {"id":"demo","name":"Acme","open":true,"locale":"en","dir":"ltr","languages":["en"],\
                "question":"How likely is it that you would recommend Acme to a friend or colleague?",\
                "labels":{"low":"not at all likely","high":"extremely likely"},\
                "bands":["detractor","detractor","detractor","detractor","detractor","detractor","detractor",\
                "passive","passive","promoter","promoter"],\
                "follow_ups":{"detractor":"What disappointed you, and what should we do better?",\
                "passive":"What would make it a 9 or a 10?","promoter":"What do you like most?"},\
                "questions":[{"id":"reason","type":"choice","multiple":false,"choices":[\
                {"id":"quality","text":"Quality"},{"id":"price","text":"Price"},{"id":"service","text":"Service"},\
                {"id":"other","text":"Something else"}],"text":"What is the main reason for your score?"},\
                {"id":"contact","type":"consent","text":"May we contact you about your answer?"}],\
                "thanks":{"detractor":"Thank you. We read every answer, and will look into it.",\
                "passive":"Thank you. We read every answer.","promoter":"Thank you. We are glad to hear it."},\
                "words":{"send":"Send","skip":"Skip","close":"Close"},\
                "widget":{"trigger":{"after_seconds":10,"scroll_percent":null,"element":null,"event":null,\
                "exit_intent":false},"page_views":1,"share":1.0,"pages":[],"except_pages":[],\
                "devices":["desktop","tablet","mobile"],"rest_days":90,"dismissed_days":30,\
                "position":"bottom-end","theme":"auto","links":{},"stamp":true,"do_not_track":false,\
                "colors":{"light":{"mark":"#2456c7","on":"#ffffff"},"dark":{"mark":"#6185d7","on":"#000000"}}}}""");
        assertThat(answer.headers())
                .isEqualTo(Map.of(
                        "Content-Type", "application/json; charset=utf-8",
                        "Cache-Control", "public, max-age=60",
                        "Access-Control-Allow-Origin", "*",
                        "X-Content-Type-Options", "nosniff"));
    }

    @Test
    void settings_have_the_words_of_the_language_that_is_wanted_and_no_others() {
        Answer answer = stage.send(Event.settings(Stage.SURVEY).query("language", "xx,ar-EG,de"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"locale\":\"ar\",\"dir\":\"rtl\"")
                .doesNotContain("recommend Acme", "empfehlen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "%64emo", "dem%6F"})
    void a_name_is_decoded_once(String name) {
        assertThat(stage.send(Event.settings(name)).status()).isEqualTo(200);
        assertThat(stage.send(Event.settings(name.replace("%", "%25"))).status())
                .isEqualTo(name.contains("%") ? 404 : 200);
    }

    @Test
    void a_preflight_allows_to_post_json_from_anywhere() {
        Answer answer = stage.send(Event.responses("OPTIONS", Stage.SURVEY)
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.headers())
                .isEqualTo(Map.of(
                        "Access-Control-Allow-Origin", "*",
                        "Access-Control-Allow-Methods", "POST, OPTIONS",
                        "Access-Control-Allow-Headers", "Content-Type",
                        "Access-Control-Max-Age", "86400",
                        "X-Content-Type-Options", "nosniff"));
    }

    @Test
    void the_widget_is_sent_once_and_then_known() {
        // Given
        Answer first = stage.send(Event.of("GET", "/widget.js"));
        String etag = first.header("ETag");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).isNotEmpty();
        assertThat(first.headers())
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=300");
        for (String known : List.of(etag, "W/" + etag, "\"other\", W/" + etag, "\"other\"," + etag)) {
            // When
            Answer again = stage.send(Event.of("GET", "/widget.js").header("If-None-Match", known));
            // Then
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(etag);
        }
        for (String other : List.of("", "\"other\"", etag.replace("\"", ""))) {
            assertThat(stage.send(Event.of("GET", "/widget.js").header("If-None-Match", other))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_hashed_asset_is_kept_for_a_year_and_another_hash_is_none() {
        WebFile widget =
                new WebFiles().find(WebFiles.Folder.PUBLIC, "widget.js").orElseThrow();
        Answer asset = stage.send(Event.asset(WebFiles.hashedName("widget.js", widget)));
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.text()).isEqualTo(widget.text());
        assertThat(asset.headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("ETag", widget.etag());
        assertThat(stage.send(Event.asset(WebFiles.hashedName("widget.js", widget))
                                .header("If-None-Match", widget.etag()))
                        .status())
                .isEqualTo(304);
        Answer other = stage.send(Event.asset("widget." + "0".repeat(32) + ".js"));
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.headers()).doesNotContainKey("Cache-Control");
        assertThat(stage.send(Event.asset("page.css")).header("Cache-Control")).isEqualTo("public, max-age=300");
    }

    /** The module and Delighted's script are there once web's build has made them. */
    @ParameterizedTest
    @CsvSource({
        "/widget.js, widget.js",
        "/widget.mjs, widget.mjs",
        "/integrations/web/v1/library/{survey}/delighted.js, delighted.js"
    })
    void each_script_has_its_address(String resource, String file) {
        Answer answer = stage.send(Event.of("GET", resource).parameter("survey", Stage.SURVEY));
        assertThat(answer.text().isEmpty()).isFalse();
        assertThat(answer.status())
                .isEqualTo(new WebFiles().find(WebFiles.Folder.PUBLIC, file).isPresent() ? 200 : 404);
    }

    @Test
    void a_head_request_has_the_headers_alone() {
        Answer get = stage.send(Event.of("GET", "/widget.js"));
        Answer head = stage.send(Event.of("HEAD", "/widget.js"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.headers()).isEqualTo(get.headers());
    }

    @Test
    void health_needs_no_store() {
        Answer answer = stage.send(Event.of("GET", "/health"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "Content-Type", "CONTENT-TYPE"})
    void header_names_are_taken_in_any_case_and_with_one_value_or_many(String name) {
        String body = "{\"submissionId\":\"any-case-" + name.hashCode() + "\",\"score\":9}";
        String type = "Application/JSON; charset=UTF-8";
        Event many = Event.post(Stage.SURVEY, body).without("Content-Type").header(name, type);
        Event one = Event.post(Stage.SURVEY, body).singleHeaders(Map.of(name, type));
        assertThat(stage.send(many).status()).isEqualTo(201);
        assertThat(stage.send(one).status()).isEqualTo(200);
    }

    @Test
    void a_body_in_base64_is_the_same_body() {
        String body = "{\"submissionId\":\"in-base64\",\"score\":9,\"comment\":\"caf\u00e9\"}";
        String base64 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        assertThat(stage.send(Event.post(Stage.SURVEY, "").base64(base64)).status())
                .isEqualTo(201);
    }

    @Test
    void the_sample_event_is_answered_as_any_other() throws IOException {
        // Given
        Stage shop = new Stage(Map.of("allowed_origins", List.of("https://shop.example")));
        byte[] event = Files.readAllBytes(repository().resolve("events/record-response.json"));
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        // When
        shop.function.handleRequest(new ByteArrayInputStream(event), reply, null);
        // Then
        Answer answer = Answer.of(reply.toString(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(shop.onlyStored().get("id").s())
                .isEqualTo(ResponseId.of("demo", "0193a5c2-6f1e-7b7a-9a51-2f0c7d1e4b90"));
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
