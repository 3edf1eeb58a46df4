package botdefense.appeal;

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
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Where admins read appeals and answer them. */
@Path("/api/waiting-room/defense/appeals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class AppealDeskResource {

    private final HearAppeal hear;
    private final ClientRequest client;

    AppealDeskResource(HearAppeal hear, ClientRequest client) {
        this.hear = hear;
        this.client = client;
    }

    /** For somebody on the phone. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> appealForAFan(@Valid @NotNull AppealResource.AppealRequest request) {
        return AppealResource.taken(hear, request, client);
    }

    @GET
    public Uni<AppealList> list(@QueryParam("state") Appeal.State state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        return hear.all().onFailure().transform(AppealResource::unavailable).map(all -> {
            var wanted = all.stream().filter(appeal -> state == null || appeal.state() == state).toList();
            var rest = after == null
                    ? wanted
                    : wanted.stream().dropWhile(appeal -> !appeal.reference().equals(after)).skip(1).toList();
            var items = rest.stream().limit(limit).toList();
            return new AppealList(items, rest.size() > limit ? items.getLast().reference() : null);
        });
    }

    @POST
    @Path("/{reference}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Appeal> answer(@PathParam("reference") String reference, @Valid @NotNull AnswerRequest request,
            @Context SecurityContext staff) {
        return hear.answer(reference, request.granted(), request.reason(), staff.getUserPrincipal().getName())
                .onFailure().transform(AppealResource::unavailable)
                .map(found -> found.orElseThrow(AppealResource::unknown));
    }

    record AnswerRequest(@NotNull Boolean granted, @NotBlank @Size(max = 500) String reason) {}

    record AppealList(List<Appeal> items, String next) {}
}
