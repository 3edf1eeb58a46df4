package contract.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jboss.logging.Logger;

/** What the framework refuses: unknown addresses, methods and types, parameters and bodies it cannot read. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = Logger.getLogger(WebApplicationMapper.class);

    private final UriInfo uri;

    public WebApplicationMapper(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public Response toResponse(WebApplicationException exception) {
        if (exception instanceof ProblemException refusal) {
            return refusal.problem().toResponse();
        }
        var original = exception.getResponse();
        if (original.getStatus() < 400 || original.hasEntity()) {
            return original;
        }
        if (original.getStatus() >= 500) {
            LOG.error("request failed", exception);
        }
        var answer = Response.fromResponse(problemOf(exception).toResponse());
        if (original.getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, AllowedMethods.ofThisRequest());
        }
        copy(HttpHeaders.RETRY_AFTER, original, answer);
        copy(HttpHeaders.WWW_AUTHENTICATE, original, answer);
        return answer.build();
    }

    private Problem problemOf(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return JsonProblem.of(unreadable).orElseGet(() -> StandardProblem.ofStatus(500));
        }
        if (exception instanceof NotFoundException && exception.getCause() != null && isInQuery(exception.getCause())) {
            return Problem.of(400, "malformed-parameter", "A parameter of the query is malformed",
                    "Check the part of the address after the question mark.");
        }
        return StandardProblem.ofStatus(exception.getResponse().getStatus());
    }

    /**
     * A value in the path that cannot be read names nothing that exists: 404. The framework says the same of a value
     * in the query, which is a mistake to tell the client about. Where there are both, the exception's own text tells
     * which of them it was about.
     */
    private boolean isInQuery(Throwable cause) {
        var query = uri.getQueryParameters().values();
        if (query.isEmpty() || uri.getPathParameters().isEmpty()) {
            return !query.isEmpty();
        }
        var message = String.valueOf(cause.getMessage());
        return query.stream().flatMap(values -> values.stream()).anyMatch(value -> message.contains(value));
    }

    private static void copy(String header, Response from, Response.ResponseBuilder to) {
        var value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, null).header(header, value);
        }
    }
}
