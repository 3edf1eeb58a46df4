package contract.problem;

import java.util.LinkedHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what no resource was asked about: addresses nothing serves, and requests that failed before a resource
 * could see them. With static files on board the framework would answer those with a text of its own.
 */
@ApplicationScoped
public class FallbackRoute {

    private static final String MANAGEMENT = "/q/";

    void register(@Observes Router router) {
        router.route("/api/*").order(0).failureHandler(FallbackRoute::answerFailure);
        router.route().order(Integer.MAX_VALUE).handler(FallbackRoute::answerUnknown);
    }

    private static void answerUnknown(RoutingContext context) {
        if (context.request().path().startsWith(MANAGEMENT)) {
            context.next();
        } else {
            answer(context, StandardProblem.ofStatus(404));
        }
    }

    private static void answerFailure(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
            return;
        }
        var problem = switch (context.failure()) {
            case AuthenticationFailedException refused -> StandardProblem.notAuthenticated();
            case UnauthorizedException refused -> StandardProblem.notAuthenticated();
            case ForbiddenException refused -> StandardProblem.notAllowed();
            case null, default -> StandardProblem.ofStatus(statusOf(context));
        };
        if (problem.status() >= 500) {
            context.next(); // the framework logs it, and answers no trace in production
        } else {
            answer(context, problem);
        }
    }

    private static int statusOf(RoutingContext context) {
        return context.statusCode() >= 400 ? context.statusCode() : 500;
    }

    static void answer(RoutingContext context, Problem problem) {
        var path = context.request().path();
        var response = context.response().setStatusCode(problem.status());
        if (problem.retryAfterSeconds() > 0) {
            response.putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        }
        if (ProblemWriter.isForPrograms(path)) {
            var members = new LinkedHashMap<>(problem.members());
            members.put("instance", path);
            response.putHeader("Content-Type", Problem.MEDIA_TYPE.toString())
                    .end(Buffer.buffer(ProblemWriter.document(members)));
        } else {
            response.putHeader("Content-Type", "text/html;charset=utf-8")
                    .end(ProblemWriter.page(problem.members().get("title"), problem.members().get("detail")));
        }
    }
}
