package likely.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import likely.embedded.Template;
import likely.scoring.Comparison;
import likely.scoring.Tally;
import org.junit.jupiter.api.Test;

/** Bands, scores, shares and intervals are computed in shared/scoring and nowhere else, pages included. */
class ScoringInOnePlaceTest {
    /** Where a band begins, a share of the whole, a difference of promoters and detractors, a root or a quantile. */
    private static final List<Pattern> ARITHMETIC = List.of(
            Pattern.compile("score[\\w.()]*\\s*(>=?|<=?)\\s*[6-9]\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(promoter|detractor)\\w*(\\(\\))?\\s*[-/*]\\s*[\\w(]", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(from|to|min|max)\\s*:\\s*[6-9]\\s*,"),
            Pattern.compile("Math\\.sqrt|1\\.96|1\\.959"));

    @Test
    void noOtherSourceDoesItsArithmetic() throws IOException {
        Path root = Template.locate().toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(root)) {
            List<String> found = files.filter(file -> file.toString().matches(".*/src/main/.*\\.(java|js)"))
                    .filter(file -> !root.relativize(file).startsWith("shared/scoring"))
                    .flatMap(file -> suspects(root, file))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void thePatternsFindWhatTheyAreFor() {
        assertThat(List.of(
                        "return score >= 9 ? PROMOTER : PASSIVE;",
                        "if (score.value() < 7) {",
                        "double nps = 100.0 * (promoters - detractors) / n;",
                        "{ band: \"passive\", from: 7, to: 8 },",
                        "Math.sqrt(variance / n)"))
                .allMatch(line -> ARITHMETIC.stream()
                        .anyMatch(pattern -> pattern.matcher(line).find()));
    }

    /** Two groups that share answers must not be compared: whoever compares a segment asks for it against the rest. */
    @Test
    void segmentsAreComparedWithTheRestAlone() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("likely");
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("likely.scoring..")
                .should()
                .callMethod(Comparison.class, "of", Tally.class, Tally.class)
                .check(classes);
    }

    private static Stream<String> suspects(Path root, Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> ARITHMETIC.stream()
                            .anyMatch(pattern -> pattern.matcher(line).find()))
                    .map(line -> root.relativize(file) + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
