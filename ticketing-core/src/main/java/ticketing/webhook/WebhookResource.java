package ticketing.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.webhook.WebhookRequestReader.WebhookRequest;

/** The receivers of an organization: its own systems, which are told what happens. */
@Path("/api/ticketing/organizations")
@Authenticated
@RunOnVirtualThread
class WebhookResource {

    private final ManageWebhooks webhooks;
    private final WebhookDesk desk;
    private final WebhookRequestReader reader;
    private final WebhookSignature signature;
    private final WebhookConfig config;

    WebhookResource(ManageWebhooks webhooks, WebhookDesk desk, WebhookRequestReader reader,
            WebhookSignature signature, WebhookConfig config) {
        this.webhooks = webhooks;
        this.desk = desk;
        this.reader = reader;
        this.signature = signature;
        this.config = config;
    }

    @GET
    @Path("/{organization}/webhooks")
    public Page<WebhookEndpoint> list(@PathParam("organization") String organization,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        desk.organizer(organization);
        var request = PageRequest.of(limit, after);
        return Page.of(desk.list(organization, request.after().orElse(""), request.rows()), request,
                WebhookEndpoint::id);
    }

    @POST
    @Path("/{organization}/webhooks")
    public Response add(@PathParam("organization") String organization, @Valid @NotNull WebhookRequest request) {
        var by = desk.organizer(organization);
        return webhooks.add(organization, reader.read(request, true), config.mostEndpoints(), by.id())
                .map(endpoint -> Response.status(Response.Status.CREATED)
                        .entity(new NewEndpoint(endpoint.id(), endpoint, signature.secret(endpoint.id(), 1)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> Problem.of(422, "too-many-webhooks", "The organization has too many webhooks",
                        "Remove those that nobody needs.").toResponse());
    }

    @PATCH
    @Path("/{organization}/webhooks/{webhook}")
    public WebhookEndpoint change(@PathParam("organization") String organization, @PathParam("webhook") String webhook,
            @Valid @NotNull WebhookRequest request) {
        var by = desk.organizer(organization);
        return webhooks.change(organization, webhook, reader.read(request, false), by.id())
                .orElseThrow(WebhookDesk::unknown);
    }

    @DELETE
    @Path("/{organization}/webhooks/{webhook}")
    public void remove(@PathParam("organization") String organization, @PathParam("webhook") String webhook) {
        var by = desk.organizer(organization);
        if (!webhooks.remove(organization, webhook, by.id())) {
            throw WebhookDesk.unknown();
        }
    }

    /** Another secret; the one before signs too for a day, so that the receiver can be told in peace. */
    @POST
    @Path("/{organization}/webhooks/{webhook}/secret")
    public Response changeSecret(@PathParam("organization") String organization,
            @PathParam("webhook") String webhook) {
        var by = desk.organizer(organization);
        var version = webhooks.rotateSecret(organization, webhook, by.id()).orElseThrow(WebhookDesk::unknown);
        return Response.ok(new Secret(signature.secret(webhook, version)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** @param secret shown this once */
    record NewEndpoint(String id, WebhookEndpoint webhook, String secret) {}

    record Secret(String secret) {}
}
