package waitingroom.store;

import java.time.Duration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import contract.problem.Problem;
import org.jboss.logging.Logger;

/** Fails closed: while the store is away nobody joins and nobody is admitted, and the answer says when to return. */
@Provider
public class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {

    private static final Logger LOG = Logger.getLogger(StoreUnavailableMapper.class);

    private static final Duration WAIT = Duration.ofSeconds(2);

    @Override
    public Response toResponse(StoreUnavailableException exception) {
        LOG.debugf("store unavailable cause=%s", exception.getMessage());
        return Problem.of(503, "store-unavailable", "The waiting room is catching its breath",
                "Your place is safe, and nobody overtakes you. Try again in a few seconds.")
                .retryAfter(WAIT).toResponse();
    }
}
