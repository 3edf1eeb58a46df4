package waitingroom.release;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contract.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.Release.Mode;
import waitingroom.staff.Staff;

/** Where staff plan and steer releases. */
@Path("/api/waiting-room/releases/{id}")
@RolesAllowed({ "admin", "organizer", "steward" })
@Consumes({ MediaType.APPLICATION_JSON, "application/merge-patch+json" })
@Produces(MediaType.APPLICATION_JSON)
class ReleasePlanResource {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final PlanRelease planRelease;
    private final Staff staff;
    private final ObjectMapper json;
    private final Validator validator;
    private final InstantSource clock;

    ReleasePlanResource(PlanRelease planRelease, Staff staff, ObjectMapper json, Validator validator,
            InstantSource clock) {
        this.planRelease = planRelease;
        this.staff = staff;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    public Response put(@PathParam("id") String id, @HeaderParam("If-Match") String seen,
            @Valid @NotNull ReleaseDocument document) {
        if (!ID.matcher(id).matches()) {
            return Problem.of(422, "invalid-release", "That id cannot be one",
                    "Use lower-case letters, digits and hyphens, at most 63, not beginning with a hyphen.")
                    .toResponse();
        }
        return answer(planRelease.put(document.toRelease(id), new IfMatch(seen), staff));
    }

    @PATCH
    @RunOnVirtualThread
    public Response patch(@PathParam("id") String id, @HeaderParam("If-Match") String seen,
            @NotNull ObjectNode patch) {
        return answer(planRelease.change(id, new IfMatch(seen), staff, release -> merge(release, patch)));
    }

    /** RFC 7396: a field that is null goes back to its default. */
    private Release merge(Release release, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(ReleaseDocument.of(release));
        patch.properties().forEach(field -> {
            if (field.getValue().isNull() && merged.has(field.getKey())) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        });
        try {
            var document = json.treeToValue(merged, ReleaseDocument.class);
            var violations = validator.validate(document);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return document.toRelease(release.id());
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        }
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String seen) {
        return answer(planRelease.delete(id, new IfMatch(seen), staff));
    }

    @POST
    @Path("/mode")
    @RunOnVirtualThread
    public Response setMode(@PathParam("id") String id, @Valid @NotNull ModeRequest wish) {
        return answer(planRelease.setMode(id, new ModeChange(wish.mode(), Optional.ofNullable(wish.reason()),
                Optional.ofNullable(wish.message())), staff));
    }

    private Response answer(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Created(StoredRelease saved) -> with(saved,
                    Response.created(URI.create("/api/waiting-room/releases/" + saved.id())));
            case PlanOutcome.Changed(StoredRelease saved) -> with(saved, Response.ok());
            case PlanOutcome.Deleted deleted -> Response.noContent().build();
            case PlanOutcome.UnknownRelease unknown -> ReleaseProblems.unknownRelease().toResponse();
            case PlanOutcome.NotAllowed refused -> ReleaseProblems.notAllowed().toResponse();
            case PlanOutcome.UnknownEvent unknown -> ReleaseProblems.unknownEvent().toResponse();
            case PlanOutcome.CoreUnavailable away -> ReleaseProblems.coreUnavailable().toResponse();
            case PlanOutcome.IfMatchMissing missing -> ReleaseProblems.ifMatchMissing().toResponse();
            case PlanOutcome.Stale stale -> ReleaseProblems.stale().toResponse();
            case PlanOutcome.PolicyFixed fixed -> ReleaseProblems.policyFixed().toResponse();
        };
    }

    private Response with(StoredRelease saved, Response.ResponseBuilder response) {
        return response.entity(ReleaseView.of(saved, clock.instant())).tag(saved.tag()).build();
    }

    record ModeRequest(@NotNull Mode mode, @Size(max = 200) String reason, @Size(max = 1_000) String message) {}
}
