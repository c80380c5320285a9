package likely.aws;

import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.DefaultBeanContext;
import io.micronaut.context.Qualifier;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.InstantiatableBeanDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Micronaut's container without what a function never asks of it: it knows its bean definitions by name and searches no
 * jar for more; their beans are singletons without qualifiers; it loads no converters of configuration, since nothing is
 * configured by it; and it tells nobody that it has started, since nobody listens.
 * docs/decisions/2026-11-22-micronaut-as-wiring-only.md has what that is worth.
 */
@SuppressWarnings({"overrides", "rawtypes"}) // Micronaut's own, in what it inherits and as it is declared there
final class LeanContext extends DefaultBeanContext {
    private final List<BeanDefinitionReference> references;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private boolean converting;

    LeanContext(List<String> definitions) {
        references = new ArrayList<>(definitions.size());
        for (String definition : definitions) {
            references.add(reference(definition));
        }
    }

    private static BeanDefinitionReference reference(String definition) {
        try {
            return Class.forName(definition)
                    .asSubclass(BeanDefinitionReference.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Micronaut's processor did not generate " + definition, e);
        }
    }

    @Override
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        return references;
    }

    /**
     * The bean of a definition that was named, made once; others, such as the settings, are found as always. To look for
     * qualifiers, as is done otherwise, loads all of Micronaut's annotations and converters.
     */
    @Override
    public synchronized <T> T getBean(
            @Nullable BeanResolutionContext resolution, Argument<T> type, @Nullable Qualifier<T> qualifier) {
        Object known = made.get(type.getType());
        if (known == null) {
            for (BeanDefinitionReference reference : references) {
                if (reference.getBeanType() == type.getType()
                        && reference.load(this) instanceof InstantiatableBeanDefinition definition) {
                    known = resolution == null
                            ? definition.instantiate(this)
                            : definition.instantiate(resolution, this);
                    made.put(type.getType(), known);
                }
            }
        }
        return known == null
                ? super.getBean(resolution, type, qualifier)
                : type.getType().cast(known);
    }

    @Override
    protected Iterable<BeanConfiguration> resolveBeanConfigurations() {
        return List.of();
    }

    @Override
    protected void registerConversionService() {}

    @Override
    public MutableConversionService getConversionService() {
        if (!converting) {
            converting = true;
            super.registerConversionService();
        }
        return super.getConversionService();
    }

    @Override
    public void publishEvent(Object event) {}
}
