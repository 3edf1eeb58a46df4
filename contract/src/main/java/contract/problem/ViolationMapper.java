package contract.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

/** Values that break a constraint: the client's are listed, ours (a return value) are a mistake of ours. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private static final Logger LOG = Logger.getLogger(ViolationMapper.class);

    private static final int MOST_VIOLATIONS = 100;

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        if (exception.getConstraintViolations().stream().anyMatch(ViolationMapper::isOurs)) {
            LOG.error("answer breaks its own constraints", exception);
            return StandardProblem.ofStatus(500).toResponse();
        }
        var violations = exception.getConstraintViolations().stream()
                .map(violation -> new JsonProblem.Violation(at(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(JsonProblem.Violation::at).thenComparing(JsonProblem.Violation::message))
                .limit(MOST_VIOLATIONS)
                .toList();
        return JsonProblem.ofViolations(violations).toResponse();
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** The name of a parameter, or a pointer into the body; the method's own name is nobody's business. */
    private static String at(Path path) {
        var steps = new ArrayList<String>();
        var parameter = "";
        for (var node : path) {
            if (node.getIndex() != null) {
                steps.add(String.valueOf(node.getIndex()));
            } else if (node.getKey() != null) {
                steps.add(String.valueOf(node.getKey()));
            }
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY -> steps.add(node.getName());
                case BEAN, CONSTRUCTOR, CONTAINER_ELEMENT, CROSS_PARAMETER, METHOD, RETURN_VALUE -> {
                    // names nothing a client sent
                }
            }
        }
        return steps.isEmpty() ? parameter : pointer(steps);
    }

    private static String pointer(List<String> steps) {
        return "/" + String.join("/", steps);
    }
}
