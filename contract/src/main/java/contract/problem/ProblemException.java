package contract.problem;

import jakarta.ws.rs.WebApplicationException;

/** Carries a {@link Problem} out of code that cannot return a response. */
public final class ProblemException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.code(), problem.toResponse());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
