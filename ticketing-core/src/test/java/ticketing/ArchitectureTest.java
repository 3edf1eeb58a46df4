package ticketing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.transaction.Transactional;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a class may touch, its name and package tell. */
@AnalyzeClasses(packages = "ticketing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("ticketing.(*)..").should().beFreeOfCycles();

    /** The announcer speaks to Redis once a transaction has ended, and stores nothing. */
    @ArchTest
    static final ArchRule ONLY_STORES_KNOW_SQL_AND_REDIS = noClasses()
            .that().resideOutsideOfPackage("ticketing.database").and()
            .haveNameNotMatching(".*(Store|Announcer)(\\$.*)?")
            .should().dependOnClassesThat().resideInAnyPackage("io.quarkus.redis..", "io.agroal..")
            .orShould().dependOnClassesThat().areAssignableTo(DataSource.class)
            .orShould().dependOnClassesThat().areAssignableTo(Connection.class)
            .orShould().dependOnClassesThat().areAssignableTo(PreparedStatement.class);

    /** Readers and clients, and the answers that are given again, are what resources are made of. */
    @ArchTest
    static final ArchRule ONLY_RESOURCES_KNOW_HTTP = noClasses()
            .that().haveNameNotMatching(".*(Resource|Filter|Mapper|Reader|Client|AnsweredOnce)(\\$.*)?(_.*)?")
            .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().that().resideOutsideOfPackage("ticketing.time")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_THE_USE_CASES = methods().that().areAnnotatedWith(Transactional.class)
            .should().beDeclaredInClassesThat().haveNameNotMatching(".*(Resource|Store|Job|Filter|Mapper|View)");

    @ArchTest
    static final ArchRule RESOURCES_ARE_NOT_API_OF_OTHER_FEATURES = classes().that()
            .haveSimpleNameEndingWith("Resource")
            .should().bePackagePrivate();
}
