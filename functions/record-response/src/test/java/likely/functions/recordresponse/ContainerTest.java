package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The function names its bean definitions, where Micronaut would search for them: the names must be all of them. */
class ContainerTest {

    @Test
    void the_names_are_those_that_micronaut_generated() throws IOException, URISyntaxException {
        Path classes = Path.of(RecordResponse.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> generated =
                Files.list(classes.resolve("META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference"))) {
            List<String> names =
                    generated.map(file -> file.getFileName().toString()).toList();
            assertThat(RecordResponse.DEFINITIONS).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
