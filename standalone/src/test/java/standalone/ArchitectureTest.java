package standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "standalone", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC = slices().matching("standalone.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK_ALONE = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule ONLY_POSTGRES_KNOWS_SQL = noClasses().that().resideOutsideOfPackage("standalone.postgres..")
            .should().dependOnClassesThat().resideInAPackage("java.sql..");
}
