package likely.local;

import likely.local.lambda.FunctionFailure;

/** Calls a function with an event and gives its answer. */
@FunctionalInterface
public interface Invoker {
    String invoke(String event) throws FunctionFailure, InterruptedException;
}
