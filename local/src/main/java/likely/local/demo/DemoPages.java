package likely.local.demo;

import java.util.Optional;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.StaticFiles;

/** The product page at /demo and its files at /demo/…, from the class path. */
public final class DemoPages implements Page {

    static final String FOLDER = "likely/web/demo/";

    private final StaticFiles files = new StaticFiles(FOLDER);

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (request.path().equals("/demo")) {
            return files.find("index.html");
        }
        return request.path().startsWith("/demo/")
                ? files.find(request.path().substring("/demo/".length()))
                : Optional.empty();
    }
}
