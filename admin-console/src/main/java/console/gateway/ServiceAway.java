package console.gateway;

import java.io.IOException;
import java.time.Duration;

import contract.problem.Problem;

/** A service did not answer: it is down, on its way up, too slow, or left alone for a moment after it failed. */
public class ServiceAway extends IOException {

    private static final long serialVersionUID = 1L;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Service service;

    ServiceAway(Service service, Throwable cause) {
        super(service.key(), cause);
        this.service = service;
    }

    /** What the reader is told. */
    public Problem problem() {
        return Problem.of(503, "service-away", service.title() + " does not answer",
                "All else works on. Try again in a few seconds; whether a change was made shows when it is back.")
                .with("service", service.key()).retryAfter(WAIT);
    }
}
