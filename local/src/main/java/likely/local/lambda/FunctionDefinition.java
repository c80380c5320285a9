package likely.local.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;

/** What the template says of a function. */
record FunctionDefinition(
        String id,
        String name,
        String arn,
        String handler,
        Duration timeout,
        int memory,
        Map<String, String> variables,
        AsynchronousCalls asynchronous) {

    private static final int LAMBDAS_DEFAULT_TIMEOUT = 3;
    private static final int LAMBDAS_DEFAULT_MEMORY = 128;

    static FunctionDefinition of(Template template, Resource function) {
        Properties properties = function.properties();
        Map<String, String> variables = new LinkedHashMap<>();
        Properties declared = properties.object("Environment").object("Variables");
        declared.names().forEach(name -> variables.put(name, declared.text(name)));
        return new FunctionDefinition(
                function.id(),
                template.ref(function.id()),
                template.attribute(function.id(), "Arn"),
                properties.text("Handler"),
                Duration.ofSeconds(properties.number("Timeout", LAMBDAS_DEFAULT_TIMEOUT)),
                properties.number("MemorySize", LAMBDAS_DEFAULT_MEMORY),
                variables,
                AsynchronousCalls.of(properties));
    }
}
