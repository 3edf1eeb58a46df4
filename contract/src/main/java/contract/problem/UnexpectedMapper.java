package contract.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

/** Our mistake or the world's: the whole story goes to the log, nothing of it to the client. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class);

    @Override
    public Response toResponse(Throwable exception) {
        LOG.error("request failed", exception);
        return StandardProblem.ofStatus(500).toResponse();
    }
}
