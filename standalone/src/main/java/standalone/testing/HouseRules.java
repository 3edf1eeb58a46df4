package standalone.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** The style guide's rules on who may touch what, the same for every module. A class's name says its role. */
public final class HouseRules {

    /** Only at the edge: who answers HTTP, who asks by HTTP, and who reads or writes its headers and cookies. */
    private static final String KNOWS_HTTP = ".*(Resource|Filter|Mapper|Client|Door|Cookies|Reader)(\\$.*)?";
    private static final String KNOWS_STORES = ".*(Store|Row)(\\$.*)?";

    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    private HouseRules() {}

    /** @param also classes with a reason of their own, as a pattern of names; empty for none */
    public static ArchRule onlyStoresKnowSqlAndRedis(String also) {
        return noClasses().that(not(nameMatching(KNOWS_STORES)).and(not(nameMatching(also))))
                .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..",
                        "io.lettuce..", "io.vertx.redis..", "io.vertx.mutiny.redis..", "io.quarkus.redis.."))
                .allowEmptyShould(true);
    }

    /** @param also classes with a reason of their own, as a pattern of names; empty for none */
    public static ArchRule onlyTheEdgeKnowsHttp(String also) {
        return noClasses().that(not(nameMatching(KNOWS_HTTP)).and(not(nameMatching(also))))
                .should().dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .allowEmptyShould(true);
    }

    /** @param root the package whose parts are features */
    public static ArchRule featuresAreAcyclic(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Order never comes from time, and time comes from one place. */
    public static ArchRule onlyAProducerReadsTheClock() {
        return noClasses().that(not(nameMatching(".*Producer")))
                .should().callMethodWhere(DescribedPredicate.describe("reads the clock", HouseRules::readsTheClock));
    }

    private static boolean readsTheClock(JavaAccess<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        return name.equals("now") && owner.getPackageName().equals("java.time") && noArguments(call)
                || name.equals("currentTimeMillis")
                || name.startsWith("system") && (owner.isEquivalentTo(Clock.class)
                        || owner.isEquivalentTo(InstantSource.class))
                || name.equals("now") && owner.isEquivalentTo(Instant.class);
    }

    private static boolean noArguments(JavaAccess<?> call) {
        return call.getTarget().getFullName().endsWith("()");
    }

    public static ArchRule nobodySleeps() {
        return noClasses().should().callMethodWhere(DescribedPredicate.describe("sleeps",
                call -> call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep")));
    }

    public static ArchRule transactionsBelongToUseCases() {
        var edge = DescribedPredicate.<JavaClass>describe("stores and the edge", type -> type.getSimpleName()
                .matches(".*(Store|Resource|Filter|Mapper|Job|Config)"));
        return CompositeArchRule.of(noClasses().that(edge).should().beAnnotatedWith(TRANSACTIONAL)
                .allowEmptyShould(true))
                .and(noMethods().that().areDeclaredInClassesThat(edge).should().beAnnotatedWith(TRANSACTIONAL)
                        .allowEmptyShould(true));
    }

    public static ArchRule injectionIsByConstructor() {
        return noFields().should().beAnnotatedWith("jakarta.inject.Inject")
                .orShould().beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould().beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
                .allowEmptyShould(true);
    }
}
