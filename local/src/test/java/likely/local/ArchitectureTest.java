package likely.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies point inwards: functions → aws → surveys → scoring. */
class ArchitectureTest {
    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("likely");
    }

    @Test
    void scoringKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("likely.scoring..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("likely.scoring..", "java..", "org.jspecify..")
                .check(all);
    }

    @Test
    void surveysKnowScoringAndSmallPureLibraries() {
        classes()
                .that()
                .resideInAPackage("likely.surveys..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "likely.surveys..",
                        "likely.scoring..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "com.ibm.icu.text..",
                        "com.ibm.icu.util..",
                        "com.samskivert.mustache..",
                        "org.dmfs..",
                        "org.jspecify..")
                .check(all);
    }

    @Test
    void awsKnowsNoFunction() {
        noClasses()
                .that()
                .resideInAPackage("likely.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("likely.functions..", "likely.local..", "likely.embedded..", "likely.web..")
                .check(all);
    }

    @Test
    void functionsDoNotKnowEachOther() {
        slices().matching("likely.functions.(*)..")
                .should()
                .notDependOnEachOther()
                .check(all);
    }

    @Test
    void nothingThatIsDeployedKnowsLocal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("likely.local..", "likely.embedded..", "likely.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("likely.local..", "likely.embedded..")
                .check(all);
    }

    /** A table's layout is one package's business. */
    @Test
    void onlyTheDynamoDbPackageCallsTheTables() {
        noClasses()
                .that()
                .resideInAPackage("likely.functions..")
                .and()
                .haveNameNotMatching(".*\\.(Wiring|Rehearsal)(\\$.*)?") // which make the client and hand it on
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services.dynamodb..")
                .check(all);
    }

    @Test
    void micronautOnlyWires() {
        noClasses()
                .that()
                .resideOutsideOfPackages("likely.functions..")
                .and()
                .haveNameNotMatching("likely\\.aws\\.(Beans|LeanContext)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(all);
    }
}
