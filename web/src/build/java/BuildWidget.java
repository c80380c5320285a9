import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DependencyOptions;
import com.google.javascript.jscomp.ModuleIdentifier;
import com.google.javascript.jscomp.PropertyRenamingPolicy;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.WarningLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the widget's three files of its modules, and fails when one is larger than promised. The build runs it as
 * {@code java BuildWidget.java MODULES FILES}, two folders; what is newer than its sources is left as it is.
 */
final class BuildWidget {

    /** What a page loads at most, in bytes as gzip. */
    private static final int MOST_BYTES = 6 * 1024;

    /** What the compiler does not know of: our two marks, and names of browsers that are no members of window to it. */
    private static final String EXTERNS = "var $api, $url, addEventListener, removeEventListener,"
            + " innerHeight, localStorage, matchMedia, navigation;";

    private static final Path SELF = Path.of("src/build/java/BuildWidget.java");

    private enum Output {
        CLASSIC("classic.js", "widget.js"),
        MODULE("module.js", "widget.mjs"),
        DELIGHTED("delighted.js", "delighted.js");

        private final String entry;
        private final String file;

        Output(String entry, String file) {
            this.entry = entry;
            this.file = file;
        }

        /** The compiler gives a bundle no exports and knows no address of it: two names stand for them. */
        private String wrap(String code) {
            return this == MODULE
                    ? "let $api;" + code.replace("$url", "import.meta.url")
                            + "export default $api;export const{open,identify,setProperties,track,on}=$api;\n"
                    : "(()=>{" + code + "})();\n";
        }
    }

    private BuildWidget() {}

    public static void main(String... folders) throws IOException {
        var modules = modules(Path.of(folders[0]));
        var target = Files.createDirectories(Path.of(folders[1]));
        if (isNewer(target, modules)) {
            return;
        }
        for (var output : Output.values()) {
            var code = output.wrap(compile(modules, output.entry));
            int bytes = gzip(code);
            if (bytes > MOST_BYTES) {
                throw new IllegalStateException(
                        output.file + " has " + bytes + " bytes as gzip; at most " + MOST_BYTES + " are promised");
            }
            Files.writeString(target.resolve(output.file), code);
        }
    }

    private static List<Path> modules(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isNewer(Path target, List<Path> modules) throws IOException {
        FileTime oldest = null;
        for (var output : Output.values()) {
            var file = target.resolve(output.file);
            if (!Files.exists(file)) {
                return false;
            }
            var time = Files.getLastModifiedTime(file);
            oldest = oldest == null || time.compareTo(oldest) < 0 ? time : oldest;
        }
        var inputs = new ArrayList<>(modules);
        inputs.add(SELF);
        for (var input : inputs) {
            if (Files.getLastModifiedTime(input).compareTo(oldest) > 0) {
                return false;
            }
        }
        return true;
    }

    private static String compile(List<Path> modules, String entry) throws IOException {
        var options = new CompilerOptions();
        CompilationLevel.ADVANCED_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        // Names of properties are those of the settings, the answers and the browser: none is ours to shorten.
        options.setPropertyRenaming(PropertyRenamingPolicy.OFF);
        options.setDisambiguateProperties(false);
        options.setAmbiguateProperties(false);
        WarningLevel.QUIET.setOptionsForWarningLevel(options);
        options.setLanguageIn(LanguageMode.UNSTABLE);
        options.setLanguageOut(LanguageMode.ECMASCRIPT_2021);
        options.setEmitUseStrict(false);
        options.setTrustedStrings(true);
        options.setLineLengthThreshold(MOST_BYTES * 10);
        options.setDependencyOptions(
                DependencyOptions.pruneForEntryPoints(List.of(ModuleIdentifier.forFile("/" + entry))));
        var compiler = new Compiler(new PrintStream(new ByteArrayOutputStream(), false, UTF_8));
        var externs = new ArrayList<>(CommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER));
        externs.add(SourceFile.fromCode("/externs.js", EXTERNS));
        var result = compiler.compile(externs, sources(modules), options);
        if (!result.success) {
            throw new IllegalStateException(result.errors.toString());
        }
        return compiler.toSource().strip();
    }

    /** Each module, and the style sheet as a module of one text. */
    private static List<SourceFile> sources(List<Path> modules) throws IOException {
        var sources = new ArrayList<SourceFile>();
        for (var path : modules) {
            var text = Files.readString(path);
            var name = "/" + path.getFileName();
            sources.add(
                    name.endsWith(".css")
                            ? SourceFile.fromCode(name + ".js", "export const css = '" + minified(text) + "';")
                            : SourceFile.fromCode(name, text));
        }
        return sources;
    }

    /** Without comments and the white space that means nothing; that around + and - does. */
    private static String minified(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>!]) ?", "$1")
                .replaceAll("(?<=[a-z]) \\+ (?=[a-z])", "+")
                .replace("@media (", "@media(")
                .replace(": ", ":")
                .replace(";}", "}")
                .replaceAll("(?<=[ :(,-])0\\.", ".")
                .strip();
    }

    private static int gzip(String code) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(code.getBytes(UTF_8));
        }
        return bytes.size();
    }
}
