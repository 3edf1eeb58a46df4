package botdefense.trial;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import botdefense.policy.InvalidPolicyException;
import botdefense.policy.Policy;
import botdefense.policy.PolicyDraft;
import botdefense.policy.PolicyResource;
import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where an admin tries a policy before it is put. */
@Path("/api/waiting-room/defense/policy/trial")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class TrialResource {

    private static final int USUALLY = 1_000;

    private final TryPolicy tryPolicy;

    TrialResource(TryPolicy tryPolicy) {
        this.tryPolicy = tryPolicy;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<TryPolicy.Trial> run(@Valid @NotNull TrialRequest request) {
        return tryPolicy.over(merged(request.policy()), request.decisions() == null ? USUALLY : request.decisions())
                .onFailure().transform(cause -> Problem.of(503, "unavailable", "The decisions cannot be read right now",
                        "Try again in a few seconds.").retryAfter(Duration.ofSeconds(5)).toException());
    }

    private Policy merged(PolicyDraft draft) {
        try {
            return draft.over(tryPolicy.base());
        } catch (InvalidPolicyException invalid) {
            throw PolicyResource.problemOf(invalid).toException();
        }
    }

    /** @param decisions how many of the latest; a thousand if left out */
    record TrialRequest(@Valid @NotNull PolicyDraft policy, @Min(1) @Max(10_000) Integer decisions) {}
}
