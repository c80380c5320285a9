package likely.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import likely.local.LocalException;

/** A handler of Java objects, with input and output converted by the same serializers as in Lambda's runtime. */
final class TypedHandler implements RequestStreamHandler {

    private final RequestHandler<Object, Object> handler;
    private final PojoSerializer<Object> input;
    private final PojoSerializer<Object> output;

    @SuppressWarnings("unchecked") // the serializers produce what the method's own signature names
    TypedHandler(RequestHandler<?, ?> handler) {
        this.handler = (RequestHandler<Object, Object>) handler;
        Method method = Arrays.stream(handler.getClass().getMethods())
                .filter(each -> each.getName().equals("handleRequest")
                        && !each.isBridge()
                        && each.getParameterCount() == 2
                        && each.getParameterTypes()[1] == Context.class)
                .findFirst()
                .orElseThrow(() -> new LocalException(handler.getClass().getName() + " has no handleRequest"));
        input = serializer(
                method.getGenericParameterTypes()[0], handler.getClass().getClassLoader());
        output = serializer(method.getGenericReturnType(), handler.getClass().getClassLoader());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        output.toJson(handler.handleRequest(input.fromJson(in), context), out);
    }

    @SuppressWarnings("unchecked") // as the runtime's own loader does it
    private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
        if (type instanceof Class<?> known && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
            return LambdaEventSerializers.serializerFor((Class<Object>) known, loader);
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
