package botdefense.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

import botdefense.Guarded;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/** Lets a guarded request wait for its body: the defense wants to know what stands in it. */
@Provider
@Guarded
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class BodyFilter implements ResteasyReactiveContainerRequestFilter {

    private final RoutingContext context;

    BodyFilter(RoutingContext context) {
        this.context = context;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        switch (InquiryReader.action(request)) {
            case JOIN, HOLD, PAY -> BodyReader.read(context, request);
            case CLAIM, VIEW -> {
                // Nothing in it is of interest.
            }
        }
    }
}
