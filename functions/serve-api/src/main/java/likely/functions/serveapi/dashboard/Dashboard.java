package likely.functions.serveapi.dashboard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.functions.serveapi.access.Address;
import likely.functions.serveapi.access.Caller;
import likely.functions.serveapi.access.Callers;
import likely.functions.serveapi.access.SameOrigin;
import likely.functions.serveapi.access.SameOrigin.Verdict;
import likely.functions.serveapi.access.Sessions;
import likely.functions.serveapi.v1.V1.Greeting;
import likely.web.WebFile;
import likely.web.WebFiles;
import likely.web.WebFiles.Folder;

/** The dashboard's page and files, and the session that it needs. */
public final class Dashboard {
    /** In the sign-in page, where the reason stands. */
    private static final String ERROR = "<!--error-->";

    private final WebFiles files;
    private final Callers callers;
    private final Sessions sessions;
    private final Greeting greeting;
    private final Optional<String> publicUrl;

    public Dashboard(
            WebFiles files, Callers callers, Sessions sessions, Greeting greeting, Optional<String> publicUrl) {
        this.files = files;
        this.callers = callers;
        this.sessions = sessions;
        this.greeting = greeting;
        this.publicUrl = publicUrl;
    }

    /** The dashboard, or the page to sign in to it. */
    public Reply page(Request request) {
        return sessions.caller(request).isPresent() ? page(200, text("index.html")) : signIn(200, "");
    }

    public Reply file(Request request) {
        Optional<WebFile> found = files.find(Folder.DASHBOARD, request.pathParameter("file"));
        if (found.isEmpty()) {
            return Reply.of(404, "text/plain; charset=utf-8", "There is no such file.\n");
        }
        WebFile file = found.get();
        // One of several, and marked as weak when something on the way compressed the file; its quotes delimit it.
        String tags = request.header("If-None-Match");
        boolean known = tags != null && tags.contains(file.etag());
        Reply reply = known ? new Reply(304, Map.of(), "") : Reply.of(200, file.contentType(), file.text());
        // Asked for again at each visit, so that page and scripts are of one version.
        return reply.with("ETag", file.etag()).with("Cache-Control", "no-cache");
    }

    /** Makes a session from a key; refused to pages of others, which could sign somebody in as somebody else. */
    public Reply signIn(Request request) {
        if (SameOrigin.of(request, publicUrl) == Verdict.OTHER) {
            return signIn(403, "Please sign in on this page.");
        }
        Optional<Caller> caller = key(request.body())
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .flatMap(callers::byKey);
        if (caller.isEmpty()) {
            return signIn(401, "This key is not known.");
        }
        greeting.greet(caller.get());
        return new Reply(
                303,
                Map.of(
                        "Location",
                        "./",
                        "Set-Cookie",
                        sessions.begin(caller.get(), Address.of(request, publicUrl)),
                        "Cache-Control",
                        "no-store"),
                "");
    }

    public Reply signOut(Request request) {
        if (SameOrigin.of(request, publicUrl) != Verdict.SAME) {
            return Reply.json(403, Map.of("status", 403, "message", "Forbidden"));
        }
        return Reply.json(200, Map.of("ok", true))
                .with("Set-Cookie", Sessions.end(Address.of(request, publicUrl)))
                .with("Cache-Control", "no-store");
    }

    private Reply signIn(int status, String error) {
        return page(status, text("signin.html").replace(ERROR, error));
    }

    private static Reply page(int status, String html) {
        return Reply.of(status, "text/html; charset=utf-8", html).with("Cache-Control", "no-store");
    }

    private String text(String name) {
        return files.find(Folder.DASHBOARD, name)
                .orElseThrow(() -> new IllegalStateException(name + " is not in the jar"))
                .text();
    }

    private static Optional<String> key(@org.jspecify.annotations.Nullable String form) {
        for (String pair : form == null ? new String[0] : form.strip().split("&", 100)) {
            if (pair.startsWith("key=")) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(4), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
