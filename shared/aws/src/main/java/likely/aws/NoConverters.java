package likely.aws;

import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells Micronaut at once which further converters of configuration there are, namely none, where it would walk through
 * the whole jar to find them: the hook by which Micronaut's own ahead-of-time tool does the same.
 */
public final class NoConverters implements StaticOptimizations.Loader<SoftServiceLoader.Optimizations> {
    @Override
    public SoftServiceLoader.Optimizations load() {
        return new SoftServiceLoader.Optimizations(Map.of(TypeConverterRegistrar.class.getName(), new Nothing()));
    }

    private static final class Nothing implements SoftServiceLoader.StaticServiceLoader<TypeConverterRegistrar> {
        @Override
        public Stream<SoftServiceLoader.StaticDefinition<TypeConverterRegistrar>> findAll(Predicate<String> names) {
            return Stream.empty();
        }

        @Override
        public List<TypeConverterRegistrar> load(Predicate<TypeConverterRegistrar> wanted) {
            return List.of();
        }
    }
}
