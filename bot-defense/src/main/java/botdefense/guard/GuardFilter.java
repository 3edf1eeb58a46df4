package botdefense.guard;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.client.ClientRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every guarded resource. When deciding fails, the fan is let on (B5): signatures, expiry and replay
 * are enforced elsewhere and stay enforced.
 */
@ApplicationScoped
public class GuardFilter {

    private final Guard guard;
    private final ClientRequest client;
    private final RoutingContext context;

    GuardFilter(Guard guard, ClientRequest client, RoutingContext context) {
        this.guard = guard;
        this.client = client;
        this.context = context;
    }

    @Guarded
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Uni<Response> decide(ContainerRequestContext request, ResourceInfo resource) {
        var action = actionOf(resource);
        var address = client.address();
        var deviceKey = action == Action.JOIN
                ? DeviceKeyReader.read(context, request)
                : Uni.createFrom().item(Optional.<String>empty());
        return deviceKey.flatMap(key -> guard.decide(new Inquiry(action, address, key)))
                .map(judgement -> judgement.refusal().map(problem -> problem.toResponse()).orElse(null));
    }

    private static Action actionOf(ResourceInfo resource) {
        var onMethod = resource.getResourceMethod().getAnnotation(Guarded.class);
        return onMethod == null ? resource.getResourceClass().getAnnotation(Guarded.class).value() : onMethod.value();
    }
}
