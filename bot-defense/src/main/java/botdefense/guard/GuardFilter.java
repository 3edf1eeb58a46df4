package botdefense.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import botdefense.Guarded;
import botdefense.client.ClientRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Decides about every guarded request, between {@link BodyFilter} and {@link VerdictFilter}. It waits only where the
 * store has to be asked. When deciding fails, the fan is let on (B5): signatures, expiry and replay are enforced
 * elsewhere and stay enforced.
 */
@Provider
@Guarded
@Priority(Priorities.AUTHORIZATION + 1)
@ApplicationScoped
public class GuardFilter implements ResteasyReactiveContainerRequestFilter, ContainerResponseFilter {

    private final Guard guard;
    private final Weigher weigher;
    private final ClientRequest client;
    private final RoutingContext context;

    GuardFilter(Guard guard, Weigher weigher, ClientRequest client, RoutingContext context) {
        this.guard = guard;
        this.weigher = weigher;
        this.client = client;
        this.context = context;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var content = BodyReader.contentOf(request);
        var inquiry = InquiryReader.read(client, context.request(), request, content);
        var opened = new Case(inquiry, content);
        request.setProperty(Case.PROPERTY, opened);
        var judgement = guard.decide(inquiry).toCompletableFuture();
        if (judgement.isDone() && !judgement.isCompletedExceptionally()) {
            opened.judge(judgement.join());
            return;
        }
        request.suspend();
        judgement.whenComplete((found, failure) -> {
            if (failure == null) {
                opened.judge(found);
                request.resume();
            } else {
                request.resume(failure);
            }
        });
    }

    /** What became of the request tells as much as the request itself. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Case.PROPERTY) instanceof Case closed) {
            weigher.learn(closed.inquiry(), response.getStatus());
        }
    }
}
