package likely.bench.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A widget, in a page of its own.
 *
 * @param scripts by the path at which its page asks for them, without query
 * @param replies of its service: JSON or script by the beginning of a path, the first that fits
 * @param page what the page has of it; {@code SERVICE} stands for the address of the service
 * @param show script that brings up the question, empty where it comes up by itself
 * @param shown script that says whether the question is there
 */
record Contender(
        String name, Map<String, byte[]> scripts, Map<String, String> replies, String page, String show, String shown) {

    private static final String HERE = "/likely/bench/widget/";

    /** The page alone, which every other figure is more than. */
    static final Contender NOTHING = new Contender("the page alone", Map.of(), Map.of(), "", "", "return true");

    /** What any script from elsewhere costs, whatever is in it. */
    private static final Contender EMPTY = bare("an empty script", "");

    /** What any widget costs that looks once whether it has been here, and asks its service once. */
    private static final Contender LEAST = bare("a read of storage and a fetch", """
            localStorage.getItem("least");
            fetch(document.currentScript.src.replace("bare.js", "settings")).then((reply) => reply.json());
            """);

    /** A script that shows nothing. */
    private static Contender bare(String name, String script) {
        return new Contender(
                name,
                Map.of("/bare.js", script.getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                "<script async src=\"SERVICE/bare.js\"></script>",
                "",
                "return true");
    }

    static Contender likely() {
        return new Contender(
                "Likely",
                Map.of("/widget.js", resource("/likely/web/public/widget.js")),
                Map.of("/surveys/demo", text("likely.json")),
                text("likely.html"),
                "likely.open()",
                "return document.querySelector('likely-widget')?.shadowRoot.querySelector('input') != null");
    }

    /** What renders a survey; its newer releases, and what the loader of @formbricks/js asks for, are not on npm. */
    static Optional<Contender> formbricks(Path peers) {
        return script(peers, "formbricks-surveys/dist/index.umd.js")
                .map(surveys -> new Contender(
                        "Formbricks, @formbricks/surveys 1.99.0",
                        Map.of("/surveys.js", surveys),
                        Map.of(),
                        text("formbricks.html"),
                        text("formbricks.js"),
                        "return document.querySelector('#fbjs input, #fbjs [type=radio], #fbjs label') != null"));
    }

    static Optional<Contender> posthog(Path peers) {
        Optional<byte[]> array = script(peers, "posthog-js/dist/array.js");
        Optional<byte[]> surveys = script(peers, "posthog-js/dist/surveys.js");
        if (array.isEmpty() || surveys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Contender(
                "PostHog, posthog-js 1.449.2",
                Map.of("/static/array.js", array.get(), "/static/1.449.2/surveys.js", surveys.get()),
                Map.of(
                        "/array/phc_bench/config.js",
                        text("posthog-config.js"),
                        "/api/surveys",
                        text("posthog-surveys.json"),
                        "/flags",
                        "{\"flags\":{},\"errorsWhileComputingFlags\":false}",
                        "/",
                        "{\"status\":1}"),
                text("posthog.html"),
                "",
                "return [...document.querySelectorAll('[class^=PostHogSurvey]')]"
                        + ".some((it) => it.shadowRoot?.querySelector('button'))"));
    }

    static List<Contender> all(Path peers) {
        return Stream.of(
                        Optional.of(EMPTY),
                        Optional.of(LEAST),
                        Optional.of(likely()),
                        formbricks(peers),
                        posthog(peers))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> script(Path peers, String name) {
        try {
            Path file = peers.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        return new String(resource(HERE + name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Contender.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No " + name + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
