package console.upstream;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Turns the many ways a call can end into a {@link Reply}. */
final class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);
    /** What is said to whoever signs in, and not of a session. */
    private static final Set<String> AT_THE_DOOR = Set.of("invalid-credentials", "code-required", "wrong-code",
            "identity-refused");
    private static final GenericType<Map<String, Object>> PROBLEM = new GenericType<>() {
    };

    private Calls() {}

    static <T> Reply<T> call(Supplier<T> request) {
        try {
            return new Reply.Good<>(request.get());
        } catch (WebApplicationException answered) {
            return refusal(answered.getResponse());
        } catch (ProcessingException | FaultToleranceException unanswered) {
            LOG.warnf("service does not answer cause=%s", unanswered.getClass().getSimpleName());
            return new Reply.Away<>();
        }
    }

    private static <T> Reply<T> refusal(Response response) {
        var status = response.getStatus();
        if (status >= 500) {
            return new Reply.Away<>();
        }
        var problem = problemOf(response);
        var code = String.valueOf(problem.getOrDefault("code", ""));
        if (status == 401 && !AT_THE_DOOR.contains(code)) {
            return new Reply.SignedOut<>();
        }
        var title = problem.getOrDefault("title", "The service refused (" + status + ")");
        var detail = problem.getOrDefault("detail", "");
        return new Reply.Refused<>(status, code, (title + ". " + detail).strip(), problem);
    }

    private static Map<String, Object> problemOf(Response response) {
        try {
            return response.readEntity(PROBLEM);
        } catch (ProcessingException | IllegalStateException noProblem) {
            return Map.of();
        }
    }
}
