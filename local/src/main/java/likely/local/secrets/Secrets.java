package likely.local.secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.local.DataFolder;
import likely.local.Json;
import likely.local.http.AwsEndpoint;
import likely.local.http.AwsError;
import org.jspecify.annotations.Nullable;

/**
 * Secrets Manager: the template's secrets. Generated ones are made once; one whose text the template or a parameter
 * changes keeps its former text as AWSPREVIOUS, as a rotation does.
 */
public final class Secrets {

    private static final String FILE = "secrets.json";

    /** One secret with the texts of its stages; the id is that of the current version. */
    private record Secret(String name, String arn, String current, Optional<String> previous, String versionId) {}

    private final Map<String, Secret> byName = new LinkedHashMap<>();
    private final Map<String, String> namesById = new LinkedHashMap<>();

    public Secrets(Template template, DataFolder folder) {
        Map<String, @Nullable Object> stored =
                folder.read(FILE).map(Json::object).orElseGet(LinkedHashMap::new);
        for (Resource resource : template.resources("AWS::SecretsManager::Secret")) {
            Properties properties = resource.properties();
            String name = properties.optionalText("Name").orElse(template.stackName() + "-" + resource.id());
            Object before = stored.get(name);
            Secret secret = before == null
                    ? made(properties, name, template.ref(resource.id()))
                    : kept(
                            properties,
                            name,
                            template.ref(resource.id()),
                            Properties.of(Json.object(Json.text(before)), FILE));
            byName.put(name, secret);
            namesById.put(resource.id(), name);
        }
        folder.replace(FILE, Json.text(document()));
    }

    /** The current text of a secret, by its logical id; none if the template has no such secret. */
    public Optional<String> current(String id) {
        return Optional.ofNullable(namesById.get(id))
                .map(name -> Objects.requireNonNull(byName.get(name)).current());
    }

    public void serve(AwsEndpoint endpoint) {
        endpoint.operation("secretsmanager.GetSecretValue", this::getSecretValue);
    }

    Map<String, @Nullable Object> getSecretValue(Properties request) {
        String id = request.text("SecretId");
        Secret secret = byName.values().stream()
                .filter(each -> id.equals(each.name()) || id.equals(each.arn()) || id.equals(withoutSuffix(each.arn())))
                .findFirst()
                .orElseThrow(Secrets::notFound);
        String stage = request.optionalText("VersionStage").orElse("AWSCURRENT");
        String text = switch (stage) {
            case "AWSCURRENT" -> secret.current();
            case "AWSPREVIOUS" -> secret.previous().orElseThrow(Secrets::notFound);
            default -> throw notFound();
        };
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("ARN", secret.arn());
        response.put("Name", secret.name());
        response.put("VersionId", secret.versionId());
        response.put("SecretString", text);
        response.put("VersionStages", List.of(stage));
        return response;
    }

    private static Secret made(Properties properties, String name, String arn) {
        String text = properties
                .optionalText("SecretString")
                .orElseGet(() -> SecretText.generate(properties.object("GenerateSecretString")));
        return new Secret(name, arn, text, Optional.empty(), UUID.randomUUID().toString());
    }

    private static Secret kept(Properties properties, String name, String arn, Properties stored) {
        String current = stored.text("current");
        String wanted = properties.optionalText("SecretString").orElse(current);
        return wanted.equals(current)
                ? new Secret(name, arn, current, stored.optionalText("previous"), stored.text("versionId"))
                : new Secret(
                        name,
                        arn,
                        wanted,
                        Optional.of(current),
                        UUID.randomUUID().toString());
    }

    private Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        byName.forEach((name, secret) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("current", secret.current());
            entry.put("previous", secret.previous().orElse(null));
            entry.put("versionId", secret.versionId());
            document.put(name, entry);
        });
        return document;
    }

    private static String withoutSuffix(String arn) {
        return arn.substring(0, arn.lastIndexOf('-'));
    }

    private static AwsError notFound() {
        return new AwsError(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
}
