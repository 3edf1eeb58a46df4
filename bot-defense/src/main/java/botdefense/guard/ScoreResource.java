package botdefense.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import botdefense.Action;
import botdefense.client.Address;
import botdefense.policy.InvalidPolicyException;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Policy;
import botdefense.policy.PolicyBoard;
import botdefense.policy.PolicyDraft;
import botdefense.policy.PolicyResource;
import botdefense.policy.Verdict;
import botdefense.score.Assessment;
import botdefense.score.RequestHeaders;
import botdefense.score.RequestHeaders.Protocol;
import botdefense.score.Scorer;
import botdefense.score.Signal;
import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/**
 * What a request would get that is only described. Tells the full verdict, of rules in shadow too, and beside it what is
 * enforced now. Leaves no trace.
 */
@Path("/api/waiting-room/defense/score")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class ScoreResource {

    private final Weigher weigher;
    private final PolicyBoard policies;

    ScoreResource(Weigher weigher, PolicyBoard policies) {
        this.weigher = weigher;
        this.policies = policies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ScoreView> score(@Valid @NotNull ScoreRequest request) {
        var inquiry = inquiry(request);
        var version = policies.current();
        var policy = request.policy() == null ? version.policy() : merged(request.policy(), version.policy());
        var sightings = weigher.peek(inquiry).toList();
        if (weigher.isAllowed(inquiry)) {
            return Uni.createFrom().item(new ScoreView(0, Verdict.ALLOW, List.of(), version.version(),
                    new Enforced(0, Verdict.ALLOW), true));
        }
        var assessment = Scorer.assess(policy, inquiry.action(), sightings, Step.NONE, 0);
        return Uni.createFrom().item(ScoreView.of(assessment, version.version()));
    }

    private static Policy merged(PolicyDraft draft, Policy base) {
        try {
            return draft.over(base);
        } catch (InvalidPolicyException invalid) {
            throw PolicyResource.problemOf(invalid).toException();
        }
    }

    private static Inquiry inquiry(ScoreRequest request) {
        var action = Action.of(request.action()).orElseThrow(() -> malformed("/action",
                "must be view, join, claim, hold or pay"));
        var address = Address.parse(request.address()).orElseThrow(() -> malformed("/address", "must be an address"));
        var headers = request.headers().stream().map(header -> {
            if (header.size() != 2 || header.get(0) == null || header.get(1) == null) {
                throw malformed("/headers", "must be pairs of name and value");
            }
            return Map.entry(header.get(0), header.get(1));
        }).toList();
        var protocol = switch (request.protocol()) {
            case "h1" -> Protocol.H1;
            case "h2" -> Protocol.H2;
            default -> throw malformed("/protocol", "must be h1 or h2");
        };
        return new Inquiry(action, address, Optional.ofNullable(request.deviceKey()),
                Optional.of(new RequestHeaders(protocol, headers)), Optional.empty(),
                Optional.ofNullable(request.mail()), List.of(), "", List.of());
    }

    private static RuntimeException malformed(String at, String message) {
        return Problem.of(400, "invalid", "Some values are not valid", at + " " + message + ".")
                .with("violations", List.of(Map.of("at", at, "message", message))).toException();
    }

    /**
     * A request in words.
     *
     * @param deviceKey the thumbprint
     * @param policy    a draft to score it by; what is in force if left out
     */
    record ScoreRequest(@NotNull @Size(max = 100) String address, @NotNull String protocol,
            @NotNull @Size(max = 200) List<@NotNull @Size(max = 2) List<@Size(max = 16_384) String>> headers,
            @NotNull String action, @Size(max = 100) String deviceKey, @Size(max = 320) String mail,
            @Valid PolicyDraft policy) {}

    record Enforced(int risk, Verdict verdict) {}

    /** @param allowListed whether an entry of the allow list lets it pass whatever it is */
    record ScoreView(int risk, Verdict verdict, List<Signal> signals, int policyVersion, Enforced enforced,
            boolean allowListed) {

        static ScoreView of(Assessment assessment, int version) {
            return new ScoreView(assessment.full().risk(), assessment.full().step().verdict(), assessment.signals(),
                    version, new Enforced(assessment.enforced().risk(), assessment.enforced().step().verdict()), false);
        }
    }
}
