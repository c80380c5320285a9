package likely.functions.recordresponse;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/** The objects that one holds, through the fields of our classes and the SDK's, and through collections of them. */
final class Reachable {
    private final IdentityHashMap<Object, String> seen = new IdentityHashMap<>();
    private final Deque<Object> open = new ArrayDeque<>();

    private Reachable() {}

    /** Each of them, with the fields that lead to it. */
    static IdentityHashMap<Object, String> from(Object root) {
        Reachable reachable = new Reachable();
        reachable.note(root, "");
        while (!reachable.open.isEmpty()) {
            reachable.follow(reachable.open.pop());
        }
        return reachable.seen;
    }

    private void note(Object held, String path) {
        if (held != null && seen.putIfAbsent(held, path) == null) {
            open.push(held);
        }
    }

    private void follow(Object holder) {
        if (holder instanceof Map<?, ?> map && isJdk(holder)) {
            map.keySet().forEach(key -> note(key, seen.get(holder) + ".key"));
            map.values().forEach(value -> note(value, seen.get(holder) + ".value"));
        } else if (holder instanceof Collection<?> collection && isJdk(holder)) {
            collection.forEach(one -> note(one, seen.get(holder) + ".item"));
        } else if (!isJdk(holder)) {
            for (Class<?> type = holder.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
                fields(holder, type);
            }
        }
    }

    private void fields(Object holder, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!field.getType().isPrimitive()
                    && !Modifier.isStatic(field.getModifiers())
                    && field.trySetAccessible()) {
                try {
                    note(field.get(holder), seen.get(holder) + "." + type.getSimpleName() + ":" + field.getName());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static boolean isJdk(Object object) {
        return object.getClass().getModule().getName() != null
                || object.getClass().isArray();
    }
}
