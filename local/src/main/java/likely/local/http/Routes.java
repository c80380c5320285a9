package likely.local.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.lambda.Functions;

/** The API events of the template's functions. */
final class Routes {

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing(Route::path)
                        .thenComparing(route -> route.method().equals("ANY")))
                .toList();
    }

    static Routes of(Template template, Functions functions) {
        List<Route> routes = new ArrayList<>();
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                Properties event = events.object(name);
                if (event.text("Type").equals("Api")) {
                    Properties api = event.object("Properties");
                    routes.add(new Route(
                            api.text("Method").toUpperCase(Locale.ROOT),
                            PathPattern.of(api.text("Path")),
                            functions.byId(function.id())));
                }
            }
        }
        return new Routes(routes);
    }

    record Match(Route route, Map<String, String> parameters) {}

    /** The most specific resource that matches, and only that one's methods, as in API Gateway. */
    Optional<Match> find(String method, String path) {
        Optional<PathPattern> resource = routes.stream()
                .map(Route::path)
                .filter(each -> each.match(path).isPresent())
                .findFirst();
        return resource.flatMap(found -> routes.stream()
                .filter(route -> route.path().equals(found) && route.accepts(method))
                .findFirst()
                .map(route -> new Match(route, found.match(path).orElseThrow())));
    }
}
