package likely.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The product page at /demo and its files at /demo/…, from the class path. */
public final class DemoPages implements Page {

    private static final String FOLDER = "likely/web/demo/";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png");

    @Override
    public Optional<Content> at(String path) {
        if (path.equals("/demo")) {
            return file("index.html");
        }
        return path.startsWith("/demo/") ? file(path.substring("/demo/".length())) : Optional.empty();
    }

    private static Optional<Content> file(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !FILE_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = DemoPages.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(new Content(200, type, Body.of(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
