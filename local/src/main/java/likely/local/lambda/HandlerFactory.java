package likely.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import likely.local.LocalException;

/**
 * Makes instances of a handler class by its {@code public static X create(Map<String, String> environment)}: in Lambda
 * each function has a process and an environment of its own; here they share both, so the environment is handed over.
 */
final class HandlerFactory {

    private final Method create;
    private final Map<String, String> environment;

    HandlerFactory(String functionName, String handler, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        String className = handler.contains("::") ? handler.substring(0, handler.indexOf("::")) : handler;
        try {
            create = Class.forName(className).getMethod("create", Map.class);
        } catch (ClassNotFoundException e) {
            throw new LocalException(
                    functionName + ": the handler class " + className + " is not on the class path", e);
        } catch (NoSuchMethodException e) {
            throw new LocalException(missing(className), e);
        }
        Class<?> type = create.getReturnType();
        boolean handles =
                RequestStreamHandler.class.isAssignableFrom(type) || RequestHandler.class.isAssignableFrom(type);
        if (!Modifier.isStatic(create.getModifiers()) || !handles) {
            throw new LocalException(missing(className));
        }
    }

    RequestStreamHandler make() throws Exception {
        Object handler;
        try {
            handler = create.invoke(null, environment);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
        return handler instanceof RequestStreamHandler streams
                ? streams
                : new TypedHandler((RequestHandler<?, ?>) handler);
    }

    private static String missing(String className) {
        return className + " needs a method `public static " + className.substring(className.lastIndexOf('.') + 1)
                + " create(Map<String, String> environment)` to run here";
    }
}
