package botdefense.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where admins read and change the policy. */
@Path("/api/waiting-room/defense/policy")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class PolicyResource {

    private final ChangePolicy change;

    PolicyResource(ChangePolicy change) {
        this.change = change;
    }

    @GET
    public Uni<Response> current() {
        return change.current().onFailure().transform(PolicyResource::unavailable).map(PolicyResource::shown);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> put(@HeaderParam(HttpHeaders.IF_MATCH) String seen, @Valid @NotNull PolicyDraft draft,
            @Context SecurityContext staff) {
        if (seen == null || seen.isBlank()) {
            throw Problem.of(428, "if-match-missing", "Which version do you change?",
                    "Read the policy and send its ETag as If-Match.").toException();
        }
        var comment = Optional.ofNullable(draft.comment()).orElse("");
        return change.current().flatMap(base -> {
            if (!matches(seen, base)) {
                throw stale().toException();
            }
            return change.put(base, merged(draft, base), staff.getUserPrincipal().getName(), comment);
        }).onFailure(PolicyResource::isOfTheStore).transform(PolicyResource::unavailable)
                .map(put -> shown(put.orElseThrow(() -> stale().toException())));
    }

    private static boolean matches(String seen, PolicyVersion base) {
        return Arrays.stream(seen.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(base.tag()));
    }

    private static Policy merged(PolicyDraft draft, PolicyVersion base) {
        try {
            return draft.over(base.policy());
        } catch (InvalidPolicyException invalid) {
            throw problemOf(invalid).toException();
        }
    }

    /** What does not fit in a policy. */
    public static Problem problemOf(InvalidPolicyException invalid) {
        return Problem.of(422, "invalid-policy", "The policy does not fit together",
                "Mend what stands in violations; the policy in force stays as it is.")
                .with("violations", invalid.mistakes());
    }

    @GET
    @Path("/versions")
    public Uni<VersionList> versions(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Min(1) Integer after) {
        return change.versions().onFailure().transform(PolicyResource::unavailable).map(all -> {
            var rest = all.stream().filter(version -> after == null || version.version() < after).toList();
            var items = rest.stream().limit(limit).map(version -> new VersionView(version.version(), version.at(),
                    version.author(), version.comment(), version.policy().stance())).toList();
            return new VersionList(items,
                    rest.size() > limit ? String.valueOf(items.getLast().version()) : null);
        });
    }

    @GET
    @Path("/versions/{version}")
    public Uni<Response> version(@PathParam("version") int number) {
        return found(number).map(PolicyResource::shown);
    }

    /** What changed from another version to this one; from the one before if none is named. */
    @GET
    @Path("/versions/{version}/diff")
    public Uni<Map<String, Object>> diff(@PathParam("version") int number, @QueryParam("from") Integer from) {
        var other = from == null ? Math.max(1, number - 1) : from;
        return found(number).flatMap(after -> found(other).map(before -> Map.of("from", other, "to", number, "changes",
                PolicyDiff.between(before.policy(), after.policy()))));
    }

    @POST
    @Path("/versions/{version}/activation")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> activate(@PathParam("version") int number, @Context SecurityContext staff) {
        return change.activate(number, staff.getUserPrincipal().getName())
                .onFailure().transform(PolicyResource::unavailable)
                .map(found -> shown(found.orElseThrow(PolicyResource::unknown)));
    }

    /** One word for a moment without time to read: OFF is the kill switch. */
    @POST
    @Path("/stance")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> stand(@Valid @NotNull StanceRequest request, @Context SecurityContext staff) {
        return change.stand(request.stance(), staff.getUserPrincipal().getName(), request.reason())
                .onFailure().transform(PolicyResource::unavailable).map(PolicyResource::shown);
    }

    private Uni<PolicyVersion> found(int number) {
        return change.find(number).onFailure().transform(PolicyResource::unavailable)
                .map(found -> found.orElseThrow(PolicyResource::unknown));
    }

    private static Response shown(PolicyVersion version) {
        return Response.ok(PolicyView.of(version)).header(HttpHeaders.ETAG, version.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static RuntimeException unknown() {
        return Problem.of(404, "unknown-version", "There is no such version of the policy",
                "The list of versions has those there are.").toException();
    }

    private static Problem stale() {
        return Problem.of(412, "if-match-stale", "Somebody changed it before you",
                "Read the policy again, look at what changed, and send its new ETag as If-Match.");
    }

    private static boolean isOfTheStore(Throwable failure) {
        return !(failure instanceof jakarta.ws.rs.WebApplicationException);
    }

    private static Throwable unavailable(Throwable cause) {
        return Problem.of(503, "unavailable", "The policy cannot be read or changed right now",
                "What is in force stays in force. Try again in a few seconds.").retryAfter(Duration.ofSeconds(5))
                .toException();
    }

    record StanceRequest(@NotNull Stance stance, @NotBlank @Size(max = 500) String reason) {}

    record VersionView(int version, Instant at, String author, String comment, Stance stance) {}

    record VersionList(List<VersionView> items, String next) {}

    /** A version as one flat document, which may be changed and sent back. */
    record PolicyView(int version, Instant at, String author, String comment, Stance stance,
            Map<String, RuleSetting> rules, Map<String, Integer> families, int creditCap, int hysteresis,
            Map<String, Ladder> thresholds, ChallengeSetting challenge) {

        static PolicyView of(PolicyVersion version) {
            var policy = version.policy();
            return new PolicyView(version.version(), version.at(), version.author(), version.comment(),
                    policy.stance(), policy.rules(), policy.families(), policy.creditCap(), policy.hysteresis(),
                    policy.thresholds(), policy.challenge());
        }
    }
}
