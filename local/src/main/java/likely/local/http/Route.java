package likely.local.http;

import likely.local.lambda.LambdaFunction;

/** A method of a resource and the function behind it; the method may be ANY. */
record Route(String method, PathPattern path, LambdaFunction function) {

    boolean accepts(String given) {
        return method.equals("ANY") || method.equals(given);
    }
}
