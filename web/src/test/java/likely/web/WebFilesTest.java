package likely.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import likely.web.WebFiles.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFilesTest {

    private final WebFiles files = new WebFiles();

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, widget.js, text/javascript; charset=utf-8",
        "PUBLIC, widget.mjs, text/javascript; charset=utf-8",
        "PUBLIC, delighted.js, text/javascript; charset=utf-8",
        "PUBLIC, page.css, text/css; charset=utf-8",
        "DASHBOARD, index.html, text/html; charset=utf-8",
        "DASHBOARD, signin.html, text/html; charset=utf-8",
        "DASHBOARD, d3.min.js, text/javascript; charset=utf-8",
        "DASHBOARD, d3.LICENSE.txt, text/plain; charset=utf-8",
    })
    void aFileComesWithItsType(Folder folder, String name, String contentType) {
        var file = files.find(folder, name).orElseThrow();

        assertThat(file.contentType()).isEqualTo(contentType);
        assertThat(file.text()).isNotBlank();
        assertThat(file.bytes()).isEqualTo(file.text().getBytes(UTF_8));
    }

    @Test
    void theEtagIsTheBeginningOfTheHashOfTheBytes() throws Exception {
        var file = files.find(Folder.PUBLIC, "widget.js").orElseThrow();

        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
        assertThat(file.etag()).isEqualTo("\"" + hash.substring(0, 32) + "\"");
    }

    @Test
    void aFileIsFoundByItsHashAndByNoOther() {
        var file = files.find(Folder.PUBLIC, "widget.js").orElseThrow();
        var name = WebFiles.hashedName("widget.js", file);

        assertThat(name).isEqualTo("widget." + file.hash() + ".js");
        assertThat(files.hashed(Folder.PUBLIC, name)).containsSame(file);
        assertThat(files.hashed(Folder.PUBLIC, "widget." + "0".repeat(32) + ".js"))
                .isEmpty();
        assertThat(files.hashed(Folder.PUBLIC, "widget.js")).isEmpty();
        assertThat(files.hashed(Folder.PUBLIC, "page." + file.hash() + ".css")).isEmpty();
        assertThat(files.hashed(Folder.PUBLIC, "../public/" + name)).isEmpty();
    }

    @Test
    void theIntegrityIsWhatBrowsersWorkOut() throws Exception {
        var file = new WebFile("text/javascript", "alert('Hello, world.');", "\"e\"");
        // The W3C's own example of Subresource Integrity.
        assertThat(file.integrity())
                .isEqualTo("sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO");
    }

    @Test
    void aFileIsReadOnce() {
        assertThat(files.find(Folder.PUBLIC, "widget.js").orElseThrow())
                .isSameAs(files.find(Folder.PUBLIC, "widget.js").orElseThrow());
    }

    @Test
    void aFolderShowsNothingOfAnother() {
        assertThat(files.find(Folder.PUBLIC, "index.html")).isEmpty();
        assertThat(files.find(Folder.DASHBOARD, "widget.js")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../public/widget.js",
                "..%2fpublic%2fwidget.js",
                "..\\public\\widget.js",
                "./widget.js",
                "/widget.js",
                "//widget.js",
                "widget.js/",
                "widget.js/../widget.js",
                "WebFiles.class",
                ".js",
                "widget",
                "widget.js\0",
                "widget.js\n",
                "http://example.com/widget.js",
            })
    void aNameThatIsNoneOfOursFindsNothing(String name) {
        assertThat(files.find(Folder.PUBLIC, name)).isEmpty();
        assertThat(files.find(Folder.PUBLIC, "../" + name)).isEmpty();
    }
}
