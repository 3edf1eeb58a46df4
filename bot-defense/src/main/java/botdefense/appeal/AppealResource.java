package botdefense.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import botdefense.client.ClientRequest;
import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where fans object to a decision by its reference, and admins answer. */
@Path("/api/waiting-room")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class AppealResource {

    private final HearAppeal hear;
    private final ClientRequest client;

    AppealResource(HearAppeal hear, ClientRequest client) {
        this.hear = hear;
        this.client = client;
    }

    @POST
    @Path("/appeals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> appeal(@Valid @NotNull AppealRequest request) {
        return taken(request);
    }

    /** How it stands, for whoever knows the reference. */
    @GET
    @Path("/appeals/{reference}")
    public Uni<FanView> find(@PathParam("reference") String reference) {
        return hear.find(reference).onFailure().transform(AppealResource::unavailable)
                .map(found -> FanView.of(found.orElseThrow(AppealResource::unknown)));
    }

    /** For somebody on the phone. */
    @POST
    @Path("/defense/appeals")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> appealForAFan(@Valid @NotNull AppealRequest request) {
        return taken(request);
    }

    private Uni<Response> taken(AppealRequest request) {
        return hear.take(request.reference(), request.message(), request.place(), client.address().subscriber())
                .onFailure().transform(AppealResource::unavailable)
                .map(heard -> switch (heard) {
                    case HearAppeal.Heard.Taken(Appeal appeal) -> Response.status(201).entity(FanView.of(appeal)).build();
                    case HearAppeal.Heard.Unknown none -> Problem.of(404, "unknown-decision",
                            "No decision has this reference", "Check its spelling; decisions are kept for a limited time.")
                            .toResponse();
                    case HearAppeal.Heard.TooMany many -> Problem.of(429, "slow-down", "Too many requests",
                            "Wait as long as Retry-After says, then try again.").retryAfter(Duration.ofMinutes(10))
                            .toResponse();
                });
    }

    @GET
    @Path("/defense/appeals")
    @RolesAllowed("admin")
    public Uni<AppealList> list(@QueryParam("state") Appeal.State state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        return hear.all().onFailure().transform(AppealResource::unavailable).map(all -> {
            var wanted = all.stream().filter(appeal -> state == null || appeal.state() == state).toList();
            var rest = after == null ? wanted
                    : wanted.stream().dropWhile(appeal -> !appeal.reference().equals(after)).skip(1).toList();
            var items = rest.stream().limit(limit).toList();
            return new AppealList(items, rest.size() > limit ? items.getLast().reference() : null);
        });
    }

    @POST
    @Path("/defense/appeals/{reference}/answer")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Appeal> answer(@PathParam("reference") String reference, @Valid @NotNull AnswerRequest request,
            @Context SecurityContext staff) {
        return hear.answer(reference, request.granted(), request.reason(), staff.getUserPrincipal().getName())
                .onFailure().transform(AppealResource::unavailable)
                .map(found -> found.orElseThrow(AppealResource::unknown));
    }

    private static RuntimeException unknown() {
        return Problem.of(404, "unknown-appeal", "There is no such appeal", "Check the reference.").toException();
    }

    private static Throwable unavailable(Throwable cause) {
        return Problem.of(503, "unavailable", "Appeals cannot be read or kept right now",
                "Try again in a few seconds.").retryAfter(Duration.ofSeconds(5)).toException();
    }

    /** @param place in the queue, if the fan has one */
    record AppealRequest(@NotBlank @Size(max = 20) String reference, @NotBlank @Size(max = 2_000) String message,
            @Min(1) Long place) {}

    record AnswerRequest(@NotNull Boolean granted, @NotBlank @Size(max = 500) String reason) {}

    record AppealList(List<Appeal> items, String next) {}

    /** What the fan may know. */
    record FanView(String reference, Appeal.State state, Instant at, String reason) {

        static FanView of(Appeal appeal) {
            return new FanView(appeal.reference(), appeal.state(), appeal.at(), appeal.reason());
        }
    }
}
