package operation;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import standalone.testing.HouseRules;

@AnalyzeClasses(packages = "operation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_STORES_KNOW_SQL_AND_REDIS = HouseRules.onlyStoresKnowSqlAndRedis("");

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_KNOWS_HTTP = HouseRules.onlyTheEdgeKnowsHttp("");

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC = HouseRules.featuresAreAcyclic("operation");

    @ArchTest
    static final ArchRule ONLY_A_PRODUCER_READS_THE_CLOCK = HouseRules.onlyAProducerReadsTheClock();

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = HouseRules.nobodySleeps();

    @ArchTest
    static final ArchRule INJECTION_IS_BY_CONSTRUCTOR = HouseRules.injectionIsByConstructor();
}
