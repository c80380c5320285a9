package likely.local.lambda;

import java.util.Optional;
import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.TemplateException;

/**
 * What a function's EventInvokeConfig says of the calls that nobody waits for.
 *
 * @param retries after the first attempt
 * @param onFailure ARN of the queue that gets what was given up
 */
record AsynchronousCalls(int retries, Optional<String> onFailure) {

    private static final int LAMBDAS_DEFAULT_RETRIES = 2;
    private static final Set<String> KNOWN =
            Set.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig");

    static AsynchronousCalls of(Properties function) {
        Properties config = function.object("EventInvokeConfig").only(KNOWN);
        Properties onFailure =
                config.object("DestinationConfig").only(Set.of("OnFailure")).object("OnFailure");
        if (onFailure.optionalText("Type").filter(type -> !type.equals("SQS")).isPresent()) {
            throw new TemplateException(onFailure.where() + ": only a queue is supported here");
        }
        return new AsynchronousCalls(
                config.number("MaximumRetryAttempts", LAMBDAS_DEFAULT_RETRIES), onFailure.optionalText("Destination"));
    }
}
