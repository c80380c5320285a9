package likely.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * template.yaml with parameters, conditions, Globals and intrinsic functions resolved for one account and region. What
 * it does not know is a {@link TemplateException} naming the logical id, thrown when that part is first asked for.
 */
public final class Template {

    public static final String REGION = References.REGION;
    public static final String ACCOUNT = References.ACCOUNT;
    private static final String STACK = "likely";

    private final Path file;
    private final Map<String, @Nullable Object> document;
    private final Map<String, String> given;
    private final String stackName;
    private final Intrinsics intrinsics;

    private Template(Path file, Map<String, @Nullable Object> document, Map<String, String> given, String stackName) {
        this.file = file;
        this.document = document;
        this.given = Map.copyOf(given);
        this.stackName = stackName;
        Map<String, String> parameters = Parameters.values(section("Parameters"), given);
        this.intrinsics = new Intrinsics(stackName, parameters, section("Conditions"), section("Resources"));
    }

    public static Template load(Path file) {
        return load(file, Map.of());
    }

    /** Reads a template with parameter values by name; the others have their defaults. */
    public static Template load(Path file, Map<String, String> parameters) {
        return new Template(file, TemplateYaml.read(file), parameters, STACK);
    }

    public static Template find() {
        return find(Map.of());
    }

    /** The nearest template.yaml, from the working directory upwards. */
    public static Template find(Map<String, String> parameters) {
        return load(locate(), parameters);
    }

    /** Where it is. */
    public static Path locate() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("template.yaml");
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new TemplateException("No template.yaml in " + start + " or above it");
    }

    /** The same template as another stack, so that nothing it names collides with this one's. */
    public Template asStack(String name) {
        return new Template(file, document, given, name);
    }

    /** The same template with other values of some parameters; one that it does not have is an error. */
    public Template with(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.putAll(parameters);
        return new Template(file, document, all, stackName);
    }

    public boolean hasParameter(String name) {
        return section("Parameters").containsKey(name);
    }

    public String stackName() {
        return stackName;
    }

    /** Every resource whose condition holds. */
    public List<Resource> resources() {
        return section("Resources").keySet().stream()
                .filter(intrinsics::exists)
                .map(this::resource)
                .toList();
    }

    public List<Resource> resources(String type) {
        return section("Resources").keySet().stream()
                .filter(id -> intrinsics.type(id).equals(type) && intrinsics.exists(id))
                .map(this::resource)
                .toList();
    }

    public Resource resource(String id) {
        String type = intrinsics.type(id);
        Map<String, @Nullable Object> own = intrinsics.properties(id);
        String kind = type.substring(type.lastIndexOf(':') + 1);
        if (type.startsWith("AWS::Serverless::")) {
            Object globals = section("Globals").get(kind);
            own = globals == null ? own : Globals.merge(Json.object(globals, "Globals." + kind), own);
        }
        return new Resource(id, type, new Properties(Json.object(intrinsics.resolve(own, id), id), id));
    }

    /** What {@code !Ref} gives for a resource. */
    public String ref(String id) {
        return intrinsics.ref(id, id);
    }

    /** What {@code !GetAtt} gives for a resource. */
    public String attribute(String id, String attribute) {
        return intrinsics.attribute(id, attribute, id);
    }

    public String tableName(String id) {
        return ref(id);
    }

    /** The resource that an ARN made by this template belongs to. */
    public Optional<Resource> byArn(String type, String attribute, String arn) {
        return resources(type).stream()
                .filter(each ->
                        intrinsics.attribute(each.id(), attribute, each.id()).equals(arn))
                .findFirst();
    }

    private Map<String, @Nullable Object> section(String name) {
        Object section = document.get(name);
        return section == null ? new LinkedHashMap<>() : Json.object(section, name);
    }
}
