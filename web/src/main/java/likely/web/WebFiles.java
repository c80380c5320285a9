package likely.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of this module by folder and name, read once and kept.
 *
 * <p>A name comes from a request's path. It has no slash, no backslash, no percent sign and starts with a letter or a
 * digit, so it cannot leave its folder; and its ending is one of few, so it cannot name a class or a folder either.
 */
public final class WebFiles {

    /** Where a file lies, which is also who may serve it. */
    public enum Folder {
        /** The widget; served without a key to every site. */
        PUBLIC("public"),
        /** The dashboard and its sign-in page. */
        DASHBOARD("dashboard"),
        /** What pages behind links in mails are made from; never served as it is. */
        PAGES("pages");

        private final String path;

        Folder(String path) {
            this.path = path;
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.([a-z]+)");

    private static final Pattern HASHED = Pattern.compile("(.+)\\.([0-9a-f]{32})(\\.[a-z]+)");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "txt", "text/plain; charset=utf-8");

    /** 128 bits: no two versions of a file will ever share them. */
    private static final int ETAG_HEX_DIGITS = 32;

    private final Map<String, WebFile> read = new ConcurrentHashMap<>();

    /** The file of that name, or nothing when there is none or the name is not one that a file of ours can have. */
    public Optional<WebFile> find(Folder folder, String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var contentType = CONTENT_TYPES.get(matcher.group(1));
        if (contentType == null) {
            return Optional.empty();
        }
        var path = folder.path + "/" + name;
        var known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        // Only what exists is kept, so that made-up names cannot fill the memory.
        var file = load(path, contentType);
        file.ifPresent(found -> read.put(path, found));
        return file;
    }

    /** The file that has this name once its hash is taken out of it ({@code widget.HASH.js}), if the hash is its own. */
    public Optional<WebFile> hashed(Folder folder, String name) {
        var matcher = HASHED.matcher(name);
        return matcher.matches()
                ? find(folder, matcher.group(1) + matcher.group(3))
                        .filter(file -> file.hash().equals(matcher.group(2)))
                : Optional.empty();
    }

    /** The name under which {@link #hashed} finds a file in this version of it and in no other. */
    public static String hashedName(String name, WebFile file) {
        var end = name.lastIndexOf('.');
        return name.substring(0, end) + "." + file.hash() + name.substring(end);
    }

    private static Optional<WebFile> load(String path, String contentType) {
        try (InputStream in = WebFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            var bytes = in.readAllBytes();
            return Optional.of(new WebFile(contentType, new String(bytes, UTF_8), etag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String etag(byte[] bytes) {
        var hash = WebFile.digest("SHA-256", bytes);
        return '"' + HexFormat.of().formatHex(hash).substring(0, ETAG_HEX_DIGITS) + '"';
    }
}
