package botdefense.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.audit.DefenseAudit;
import botdefense.decision.Decision;
import botdefense.decision.FindDecisions;
import botdefense.policy.ChangePolicy;
import botdefense.policy.PolicyVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Collects what shows which control was in force and what it decided: for a buyer who asks why, or an authority. That it
 * was handed out stands in the audit.
 */
@ApplicationScoped
class CollectEvidence {

    static final int MOST_DECISIONS = 5_000;

    /** What staff did the day before a decision may have led to it. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private final FindDecisions decisions;
    private final ChangePolicy policies;
    private final DefenseAudit audit;
    private final InstantSource clock;

    CollectEvidence(FindDecisions decisions, ChangePolicy policies, DefenseAudit audit, InstantSource clock) {
        this.decisions = decisions;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param subject  the reference or the span of time that was asked for
     * @param policies every version that one of the decisions was made by
     * @param complete false when more decisions were made than a bundle takes
     */
    record Bundle(Instant at, String staff, String subject, boolean complete, List<Decision> decisions,
            List<PolicyVersion> policies, DefenseAudit.Excerpt audit) {}

    /** Empty when no decision has that reference. */
    Uni<Optional<Bundle>> of(String reference, String staff) {
        return decisions.find(reference).flatMap(found -> found
                .map(decision -> bundle("reference " + reference, List.of(decision), decision.at().minus(BEFORE), staff)
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    Uni<Bundle> within(Instant from, Instant to, String staff) {
        return decisions.within(from, to, MOST_DECISIONS)
                .flatMap(found -> bundle(from + " to " + to, found, from, staff));
    }

    private Uni<Bundle> bundle(String subject, List<Decision> found, Instant auditFrom, String staff) {
        return audit.note(staff, "evidence-exported", subject, found.size() + " decisions")
                .flatMap(noted -> versionsOf(found))
                .flatMap(versions -> audit.since(auditFrom).map(excerpt -> new Bundle(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS), staff, subject, found.size() < MOST_DECISIONS,
                        found, versions, excerpt)));
    }

    private Uni<List<PolicyVersion>> versionsOf(List<Decision> found) {
        return Multi.createFrom().iterable(found.stream().map(Decision::policyVersion).distinct().sorted().toList())
                .onItem().transformToUniAndConcatenate(policies::find)
                .collect().asList()
                .map(versions -> versions.stream().flatMap(Optional::stream).toList());
    }
}
