package botdefense.guard;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.challenge.PendingChallenge;
import botdefense.client.ClientRequest;
import contract.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Stands before every guarded resource. When deciding fails, the fan is let on (B5): signatures, expiry and replay
 * are enforced elsewhere and stay enforced.
 */
@ApplicationScoped
public class GuardFilter {

    private static final String INQUIRY = "botdefense.inquiry";

    private final Guard guard;
    private final Weigher weigher;
    private final ClientRequest client;
    private final RoutingContext context;
    private final PendingChallenge pending;

    GuardFilter(Guard guard, Weigher weigher, ClientRequest client, RoutingContext context, PendingChallenge pending) {
        this.guard = guard;
        this.weigher = weigher;
        this.client = client;
        this.context = context;
        this.pending = pending;
    }

    @Guarded
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Uni<Response> decide(ContainerRequestContext request, ResourceInfo resource) {
        var action = actionOf(resource);
        return contentOf(action, request).flatMap(body -> {
            var inquiry = InquiryReader.read(action, client, context.request(), request, body);
            request.setProperty(INQUIRY, inquiry);
            return guard.decide(inquiry).flatMap(judgement -> after(inquiry, body, judgement));
        }).map(refusal -> refusal.map(Problem::toResponse).orElse(null));
    }

    private Uni<BodyReader.Content> contentOf(Action action, ContainerRequestContext request) {
        return switch (action) {
            case JOIN, HOLD, PAY -> BodyReader.read(context, request);
            case CLAIM, VIEW -> Uni.createFrom().item(BodyReader.Content.NONE);
        };
    }

    /** A join meets its challenge only where a place is about to be given; everything else meets it here. */
    private Uni<Optional<Problem>> after(Inquiry inquiry, BodyReader.Content body, Judgement judgement) {
        var refusal = judgement.refusal();
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal);
        }
        var reference = judgement.decision().map(decision -> decision.reference()).orElse("");
        pending.demand(judgement.step(), inquiry.action(), inquiry.scope(), inquiry.address(),
                InquiryReader.solution(context.request(), body), reference);
        return inquiry.action() == Action.JOIN
                ? Uni.createFrom().item(Optional.empty())
                : pending.pass(inquiry.subject());
    }

    /** What became of the request tells as much as the request itself. */
    @Guarded
    @ServerResponseFilter
    public void learn(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(INQUIRY) instanceof Inquiry inquiry) {
            weigher.learn(inquiry, response.getStatus());
        }
    }

    private static Action actionOf(ResourceInfo resource) {
        var onMethod = resource.getResourceMethod().getAnnotation(Guarded.class);
        return onMethod == null ? resource.getResourceClass().getAnnotation(Guarded.class).value() : onMethod.value();
    }
}
