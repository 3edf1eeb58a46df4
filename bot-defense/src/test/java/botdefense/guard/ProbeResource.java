package botdefense.guard;

import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.challenge.PendingChallenge;
import botdefense.client.ClientRequest;
import botdefense.client.SameOrigin;
import botdefense.limit.DeviceLimit;
import botdefense.limit.LimitOutcome;
import contract.problem.Problem;
import contract.proof.PublicKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** A service of nothing but guarded addresses, one for each way a resource may run. */
@Path("/api/probe")
public class ProbeResource {

    private final ClientRequest client;
    private final DeviceLimit deviceLimit;
    private final PendingChallenge challenge;

    ProbeResource(ClientRequest client, DeviceLimit deviceLimit, PendingChallenge challenge) {
        this.challenge = challenge;
        this.client = client;
        this.deviceLimit = deviceLimit;
    }

    @POST
    @Path("/loop")
    @Guarded(Action.JOIN)
    public Uni<Map<String, Object>> joinOnTheEventLoop(Map<String, Object> body) {
        return Uni.createFrom().item(Map.of("body", body));
    }

    @POST
    @Path("/virtual")
    @Guarded(Action.JOIN)
    @RunOnVirtualThread
    public Map<String, Object> joinOnAVirtualThread(Map<String, Object> body) {
        return Map.of("body", body);
    }

    @POST
    @Path("/worker")
    @Guarded(Action.JOIN)
    public Map<String, Object> joinOnAWorker(Map<String, Object> body) {
        return Map.of("body", body);
    }

    @POST
    @Path("/place")
    public Uni<Response> place(Map<String, String> body) {
        return deviceLimit.take(body.get("device")).map(outcome -> switch (outcome) {
            case LimitOutcome.Taken taken -> Response.noContent().build();
            case LimitOutcome.Refused refused -> refused.problem().toResponse();
        });
    }

    /** Where a place would be given. */
    @POST
    @Path("/{release}/new-place")
    @Guarded(Action.JOIN)
    public Uni<Response> newPlace(@PathParam("release") String release, Map<String, Object> body) {
        var key = PublicKeys.thumbprint((Map<?, ?>) body.get("key")).orElseThrow();
        return challenge.pass(key)
                .map(refusal -> refusal.map(Problem::toResponse).orElseGet(() -> Response.noContent().build()));
    }

    @POST
    @Path("/{event}/holds")
    @Guarded(Action.HOLD)
    public Response hold(@PathParam("event") String event, Map<String, Object> body) {
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    @GET
    @Path("/view")
    @Guarded(Action.VIEW)
    public String view() {
        return client.url().toString();
    }

    @DELETE
    @Path("/ride")
    @SameOrigin
    public Response ride() {
        return Response.noContent().build();
    }
}
