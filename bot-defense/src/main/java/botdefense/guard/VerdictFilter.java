package botdefense.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.challenge.PendingChallenge;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/** Carries out what was decided about a guarded request. */
@Provider
@Guarded
@Priority(Priorities.AUTHORIZATION + 2)
@ApplicationScoped
public class VerdictFilter implements ResteasyReactiveContainerRequestFilter {

    private final PendingChallenge pending;
    private final RoutingContext context;

    VerdictFilter(PendingChallenge pending, RoutingContext context) {
        this.pending = pending;
        this.context = context;
    }

    /** A join meets its challenge only where a place is about to be given; everything else meets it here. */
    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        if (!(request.getProperty(Case.PROPERTY) instanceof Case decided)) {
            return;
        }
        var inquiry = decided.inquiry();
        var judgement = decided.judgement();
        var refusal = judgement.refusal();
        if (refusal.isPresent()) {
            request.abortWith(refusal.get().toResponse());
            return;
        }
        pending.demand(judgement.step(), inquiry.action(), inquiry.scope(), inquiry.address(),
                InquiryReader.solution(context.request(), decided.content()), judgement.reference());
        if (inquiry.action() != Action.JOIN && pending.isDemanded()) {
            request.suspend();
            pending.pass(inquiry.subject()).subscribe().with(missed -> {
                missed.ifPresent(problem -> request.abortWith(problem.toResponse()));
                request.resume();
            }, request::resume);
        }
    }
}
