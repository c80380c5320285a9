package likely.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads CloudFormation's YAML, and turns short forms ({@code !Sub x}) into long ones ({@code Fn::Sub: x}). */
final class TemplateYaml {

    private TemplateYaml() {}

    static Map<String, @Nullable Object> read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return Json.object(new Yaml(new LongForms(options)).load(reader), file.toString());
        } catch (IOException | YAMLException e) {
            throw new TemplateException("Cannot read the template " + file + ": " + e.getMessage(), e);
        }
    }

    private static final class LongForms extends SafeConstructor {

        LongForms(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new ShortForm());
        }

        private final class ShortForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Object value = value(node);
                if (name.equals("GetAtt") && value instanceof String text) {
                    int dot = text.indexOf('.');
                    value = dot < 0 ? text : List.of(text.substring(0, dot), text.substring(dot + 1));
                }
                return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value);
            }

            private Object value(Node node) {
                if (node instanceof ScalarNode scalar) {
                    return constructScalar(scalar);
                }
                if (node instanceof SequenceNode sequence) {
                    return constructSequence(sequence);
                }
                return constructMapping((MappingNode) node);
            }
        }
    }
}
