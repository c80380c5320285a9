package likely.aws;

import io.micronaut.context.DefaultBeanContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Micronaut's container without what a function never asks of it: it knows its bean definitions by name and searches no
 * jar for more; it loads no converters of configuration, since nothing is configured by it; and it tells nobody that it
 * has started, since nobody listens. docs/decisions/2026-11-22-micronaut-used-lightly.md has what each of them costs.
 */
@SuppressWarnings("overrides") // Micronaut's own, in what it inherits
final class LeanContext extends DefaultBeanContext {
    private final List<String> definitions;
    private boolean converting;

    LeanContext(List<String> definitions) {
        this.definitions = definitions;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared there
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        List<BeanDefinitionReference> references = new ArrayList<>(definitions.size());
        for (String definition : definitions) {
            try {
                references.add(Class.forName(definition, true, getClassLoader())
                        .asSubclass(BeanDefinitionReference.class)
                        .getDeclaredConstructor()
                        .newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Micronaut's processor did not generate " + definition, e);
            }
        }
        return references;
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
