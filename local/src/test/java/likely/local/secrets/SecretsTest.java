package likely.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import likely.embedded.Properties;
import likely.embedded.Template;
import likely.local.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final Path TEMPLATE = Path.of("src/test/resources/template.yaml");

    @TempDir
    Path data;

    @Test
    void a_generated_secret_is_made_once_and_readable_by_the_owner_alone() throws IOException {
        String made = secrets(Map.of()).current("OwnerKeySecret").orElseThrow();
        assertThat(made).matches("[A-Za-z0-9]{43}");
        assertThat(secrets(Map.of()).current("OwnerKeySecret")).contains(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_is_found_by_name_arn_and_partial_arn() {
        Secrets secrets = secrets(Map.of("OwnerKey", "mine"));
        String arn = Template.load(TEMPLATE).ref("OwnerKeySecret");
        for (String id : new String[] {"likely/owner-key", arn, arn.substring(0, arn.lastIndexOf('-'))}) {
            assertThat(get(secrets, id, "AWSCURRENT")).isEqualTo("mine");
        }
        assertThatThrownBy(() -> get(secrets, "other", "AWSCURRENT")).hasMessageContaining("can't find");
    }

    @Test
    void a_changed_secret_keeps_its_former_text_as_the_previous_version() {
        assertThatThrownBy(() -> get(secrets(Map.of("OwnerKey", "old")), "likely/owner-key", "AWSPREVIOUS"))
                .hasMessageContaining("can't find");
        Secrets changed = secrets(Map.of("OwnerKey", "new"));
        assertThat(get(changed, "likely/owner-key", "AWSCURRENT")).isEqualTo("new");
        assertThat(get(changed, "likely/owner-key", "AWSPREVIOUS")).isEqualTo("old");
    }

    private static Object get(Secrets secrets, String id, String stage) {
        return secrets.getSecretValue(Properties.of(Map.of("SecretId", id, "VersionStage", stage), "request"))
                .get("SecretString");
    }

    private Secrets secrets(Map<String, String> parameters) {
        try (DataFolder folder = DataFolder.open(data)) {
            return new Secrets(Template.load(TEMPLATE, parameters), folder);
        }
    }
}
