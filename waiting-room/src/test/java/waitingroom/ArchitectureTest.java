package waitingroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;
import java.time.InstantSource;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "waitingroom", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC = slices().matching("waitingroom.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_STORES_KNOW_REDIS = noClasses().that().haveSimpleNameNotContaining("Store")
            .should().dependOnClassesThat().resideInAPackage("io.vertx.redis..");

    @ArchTest
    static final ArchRule ONLY_RESOURCES_ROUTE = noClasses().that().haveSimpleNameNotEndingWith("Resource")
            .and().haveSimpleNameNotEndingWith("Ownership")
            .should().beAnnotatedWith(jakarta.ws.rs.Path.class);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK_ALONE = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().that().haveSimpleNameNotEndingWith("Producer")
            .should().callMethod(InstantSource.class, "system");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
