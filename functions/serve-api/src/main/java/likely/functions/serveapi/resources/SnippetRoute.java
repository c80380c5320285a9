package likely.functions.serveapi.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Reply;
import likely.functions.serveapi.v1.Call;
import likely.functions.serveapi.v1.Route;
import likely.functions.serveapi.v1.Route.Access;
import likely.surveys.Survey;
import likely.web.WebFile;
import likely.web.WebFiles;
import likely.web.WebFiles.Folder;

/** What to put into a page, so that it asks. A survey's id has no sign that means anything in HTML or an address. */
public final class SnippetRoute {
    private static final String SCRIPT = "widget.js";

    private final Scope scope;
    private final WebFiles files;
    private final Optional<String> widgetUrl;

    /** @param widgetUrl where pages load the widget, without a slash at its end; nothing for where this call came */
    public SnippetRoute(Scope scope, WebFiles files, Optional<String> widgetUrl) {
        this.scope = scope;
        this.files = files;
        this.widgetUrl = widgetUrl;
    }

    public Route route() {
        return Route.of("GET", "surveys/{survey}/snippet", Access.ANY_KEY, this::snippet);
    }

    private Reply snippet(Call call) {
        Survey survey = scope.reach(call.caller(), call.path("survey"));
        WebFile script = files.find(Folder.PUBLIC, SCRIPT).orElseThrow();
        String base = widgetUrl.orElseGet(() -> call.address().of(""));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put(
                "html",
                "<script async src=\"%s\" data-survey=\"%s\"></script>".formatted(base + "/" + SCRIPT, survey.id()));
        reply.put(
                "html_pinned",
                "<script async src=\"%s\" integrity=\"%s\" crossorigin=\"anonymous\" data-survey=\"%s\"></script>"
                        .formatted(
                                base + "/assets/" + WebFiles.hashedName(SCRIPT, script),
                                script.integrity(),
                                survey.id()));
        reply.put("module", "import likely from \"%s/widget.mjs?survey=%s\";".formatted(base, survey.id()));
        return Reply.json(200, reply);
    }
}
