package ticketing.webhook;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;
import ticketing.webhook.WebhookLogStore.DeliveryLine;
import ticketing.webhook.WebhookLogStore.DeliveryState;
import ticketing.webhook.WebhookLogStore.DeliveryView;

/** What a receiver was told, what it answered, and how to tell it again. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class WebhookDeliveriesResource {

    private final WebhookDesk desk;
    private final WebhookLogStore log;
    private final ManageWebhooks webhooks;

    WebhookDeliveriesResource(WebhookDesk desk, WebhookLogStore log, ManageWebhooks webhooks) {
        this.desk = desk;
        this.log = log;
        this.webhooks = webhooks;
    }

    @GET
    @Path("/{organization}/webhooks/{webhook}/deliveries")
    public Page<DeliveryLine> list(@PathParam("organization") String organization,
            @PathParam("webhook") String webhook, @QueryParam("state") String state, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        desk.organizer(organization, webhook);
        var request = PageRequest.of(limit, after);
        return Page.of(log.list(webhook, Query.oneOf(DeliveryState.class, "state", state), request.after(),
                request.rows()), request, DeliveryLine::message);
    }

    @GET
    @Path("/{organization}/webhooks/{webhook}/deliveries/{message}")
    public DeliveryView find(@PathParam("organization") String organization, @PathParam("webhook") String webhook,
            @PathParam("message") String message) {
        desk.organizer(organization, webhook);
        return log.find(webhook, message).orElseThrow(() -> unknownMessage().toException());
    }

    @POST
    @Path("/{organization}/webhooks/{webhook}/deliveries/{message}/replay")
    public Response replay(@PathParam("organization") String organization, @PathParam("webhook") String webhook,
            @PathParam("message") String message) {
        var by = desk.organizer(organization, webhook);
        return webhooks.replay(organization, webhook, message, by.id())
                ? Response.accepted(new Told(message)).build()
                : unknownMessage().toResponse();
    }

    /** All that did not arrive since then. */
    @POST
    @Path("/{organization}/webhooks/{webhook}/replays")
    public Response replaySince(@PathParam("organization") String organization, @PathParam("webhook") String webhook,
            @Valid @NotNull ReplayRequest request) {
        var by = desk.organizer(organization, webhook);
        return Response.accepted(new Replayed(
                webhooks.replaySince(organization, webhook, request.since(), by.id()))).build();
    }

    /** A message of type webhook.test, to this receiver alone. */
    @POST
    @Path("/{organization}/webhooks/{webhook}/test")
    public Response tryOut(@PathParam("organization") String organization, @PathParam("webhook") String webhook) {
        desk.organizer(organization, webhook);
        return Response.accepted(new Told(webhooks.tryOut(webhook))).build();
    }

    private static Problem unknownMessage() {
        return Problem.of(404, "unknown-message", "This webhook was not told that",
                "Look for it among the deliveries; they are kept for a limited time.");
    }

    record ReplayRequest(@NotNull Instant since) {}

    record Told(String message) {}

    record Replayed(int messages) {}
}
