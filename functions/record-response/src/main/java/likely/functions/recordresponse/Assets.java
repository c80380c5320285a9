package likely.functions.recordresponse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Problem;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.json.FieldError;
import likely.web.WebFile;
import likely.web.WebFiles;
import likely.web.WebFiles.Folder;
import org.jspecify.annotations.Nullable;

/** Scripts and styles, from this function's own jar. */
final class Assets {
    private static final String A_WHILE = "public, max-age=300";

    /** A name with a hash in it never means other bytes. */
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    private final WebFiles files;

    Assets(WebFiles files) {
        this.files = files;
    }

    /** The newest version of a file. */
    Reply file(String name, Request request) {
        return reply(files.find(Folder.PUBLIC, name), A_WHILE, request);
    }

    /** The version that the name's hash is of, if that is the one there is; of a name without a hash the newest. */
    Reply asset(String name, Request request) {
        Optional<WebFile> hashed = files.hashed(Folder.PUBLIC, name);
        return hashed.isPresent() ? reply(hashed, A_YEAR, request) : file(name, request);
    }

    private static Reply reply(Optional<WebFile> found, String cached, Request request) {
        if (found.isEmpty()) {
            return Problem.of(404, "Not Found", List.of(new FieldError("path", "names no file")));
        }
        WebFile file = found.get();
        boolean known = isKnown(file.etag(), request.header("If-None-Match"));
        Reply reply = known ? new Reply(304, Map.of(), "") : Reply.of(200, file.contentType(), file.text());
        return reply.with("ETag", file.etag()).with("Cache-Control", cached);
    }

    /** The header may list several, and has them marked as weak once something on the way compressed the file. */
    private static boolean isKnown(String etag, @Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String known : header.split(",", -1)) {
            String stripped = known.strip();
            if (etag.equals(stripped.startsWith("W/") ? stripped.substring(2) : stripped)) {
                return true;
            }
        }
        return false;
    }
}
