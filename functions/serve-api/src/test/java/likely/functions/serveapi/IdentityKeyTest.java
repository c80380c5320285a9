package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import likely.surveys.Identities;
import likely.surveys.Submission.Claim.Signed;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.Test;

/** A shop's server signs as docs/api.md shows, and the public function believes it. */
class IdentityKeyTest {
    private static final long EXPIRES = 1_800_000_000L;

    private final Api api = new Api();
    private final String key =
            (String) api.get("/v1/surveys/demo/identity_key").object().get("identity_key");
    private final Identities identities = new Identities(() -> api.identitySecrets);

    @Test
    void what_is_signed_in_java_is_believed() throws Exception {
        String json = "{\"survey\":\"demo\",\"expires\":" + EXPIRES + ",\"email\":\"jo@shop.example\"}";
        // The example of docs/api.md, line by line.
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        Map<String, String> person = Map.of(
                "payload", Base64.getUrlEncoder().withoutPadding().encodeToString(payload),
                "signature", HexFormat.of().formatHex(mac.doFinal(payload)));

        assertBelieved(person.get("payload"), person.get("signature"));
        assertThatThrownBy(() -> identities.check(
                        new Signed(person.get("payload"), person.get("signature")), "another", EXPIRES - 1))
                .isInstanceOf(Invalid.class);
    }

    /** Runs the very text of the documentation, where there is a Node to run it. */
    @Test
    void what_the_documented_node_signs_is_believed() throws Exception {
        Matcher example = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL).matcher(documentation());
        assertThat(example.find()).isTrue();
        String script = example.group(1)
                + "const signed = sign({ survey: 'demo', expires: " + EXPIRES + ", email: 'jo@shop.example' }, '" + key
                + "');\nconsole.log(signed.payload + ' ' + signed.signature);\n";
        Process node;
        try {
            node = new ProcessBuilder("node", "--input-type=commonjs", "-e", script).start();
        } catch (IOException e) {
            assumeTrue(false, "there is no Node here");
            return;
        }
        String[] signed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);

        assertThat(node.waitFor()).isZero();
        assertBelieved(signed[0], signed[1]);
    }

    @Test
    void the_documented_java_is_what_is_tested() throws Exception {
        String source = Files.readString(
                find("functions/serve-api/src/test/java/likely/functions/serveapi/IdentityKeyTest.java"));
        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(documentation());

        assertThat(example.find()).isTrue();
        assertThat(source.replaceAll("\\s+", "")).contains(example.group(1).replaceAll("\\s+", ""));
    }

    private void assertBelieved(String payload, String signature) {
        assertThat(identities
                        .check(new Signed(payload, signature), "demo", EXPIRES - 1)
                        .proven())
                .isEqualTo(Map.of("email", "jo@shop.example"));
    }

    private static String documentation() throws IOException {
        return Files.readString(find("docs/api.md"));
    }

    /** From the module's folder or from the root, wherever the tests run. */
    private static Path find(String name) {
        return List.of(Path.of(name), Path.of("../..").resolve(name)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
