package rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "rehearsal", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Whoever judges the stack shares no code with it. */
    @ArchTest
    static final ArchRule VERIFIERS_TRUST_NOBODY = noClasses().that().resideInAPackage("rehearsal.verify..")
            .should().dependOnClassesThat().resideInAnyPackage("standalone..", "rehearsal.bench..", "rehearsal.load..");

    @ArchTest
    static final ArchRule LOAD_KNOWS_ONLY_HTTP = noClasses().that().resideInAPackage("rehearsal.load..")
            .should().dependOnClassesThat().resideInAnyPackage("standalone..");

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC = slices().matching("rehearsal.(*)..").should().beFreeOfCycles();
}
