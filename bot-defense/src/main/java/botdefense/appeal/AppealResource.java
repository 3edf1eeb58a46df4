package botdefense.appeal;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import botdefense.client.ClientRequest;
import contract.problem.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where fans object to a decision by its reference, and read the answer. */
@Path("/api/waiting-room/appeals")
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
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> appeal(@Valid @NotNull AppealRequest request) {
        return taken(hear, request, client);
    }

    /** How it stands, for whoever knows the reference. */
    @GET
    @Path("/{reference}")
    public Uni<FanView> find(@PathParam("reference") String reference) {
        return hear.find(reference).onFailure().transform(AppealResource::unavailable)
                .map(found -> FanView.of(found.orElseThrow(AppealResource::unknown)));
    }

    static Uni<Response> taken(HearAppeal hear, AppealRequest request, ClientRequest client) {
        return hear.take(request.reference(), request.message(), request.place(), client.address().subscriber())
                .onFailure().transform(AppealResource::unavailable)
                .map(heard -> switch (heard) {
                    case HearAppeal.Heard.Taken(Appeal appeal) ->
                        Response.status(201).entity(FanView.of(appeal)).build();
                    case HearAppeal.Heard.Unknown none -> Problem.of(404, "unknown-decision",
                            "No decision has this reference",
                            "Check its spelling; decisions are kept for a limited time.")
                            .toResponse();
                    case HearAppeal.Heard.TooMany many -> Problem.of(429, "slow-down", "Too many requests",
                            "Wait as long as Retry-After says, then try again.").retryAfter(Duration.ofMinutes(10))
                            .toResponse();
                });
    }

    static RuntimeException unknown() {
        return Problem.of(404, "unknown-appeal", "There is no such appeal", "Check the reference.").toException();
    }

    static Throwable unavailable(Throwable cause) {
        return Problem.of(503, "unavailable", "Appeals cannot be read or kept right now",
                "Try again in a few seconds.").retryAfter(Duration.ofSeconds(5)).toException();
    }

    /** @param place in the queue, if the fan has one */
    record AppealRequest(@NotBlank @Size(max = 20) String reference, @NotBlank @Size(max = 2_000) String message,
            @Min(1) Long place) {}

    /** What the fan may know. */
    record FanView(String reference, Appeal.State state, Instant at, String reason) {

        static FanView of(Appeal appeal) {
            return new FanView(appeal.reference(), appeal.state(), appeal.at(), appeal.reason());
        }
    }
}
