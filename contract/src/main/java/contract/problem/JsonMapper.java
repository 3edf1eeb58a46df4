package contract.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A body that is JSON, but not of the shape the address reads. Takes the place of the framework's own mapper. */
@Provider
public class JsonMapper implements ExceptionMapper<MismatchedInputException> {

    @Override
    public Response toResponse(MismatchedInputException exception) {
        return JsonProblem.of(exception).orElseGet(() -> StandardProblem.ofStatus(400)).toResponse();
    }
}
