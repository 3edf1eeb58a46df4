package contract.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * The last word on every error that leaves a resource: under {@code /api} it is a problem document with its
 * {@code instance}, elsewhere a page. An error without a body gets the one its status stands for.
 */
@Provider
public class ProblemFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || response.hasEntity() && !isProblem(response)) {
            return;
        }
        var path = request.getUriInfo().getRequestUri().getRawPath();
        var members = membersOf(response);
        if (ProblemWriter.isForPrograms(path)) {
            members.putIfAbsent("instance", path);
            response.setEntity(ProblemWriter.document(members), null, Problem.MEDIA_TYPE);
        } else {
            response.setEntity(ProblemWriter.page(members.get("title"), members.get("detail")), null,
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
    }

    private static boolean isProblem(ContainerResponseContext response) {
        return response.getEntity() instanceof Map && Problem.MEDIA_TYPE.isCompatible(response.getMediaType());
    }

    private static Map<String, Object> membersOf(ContainerResponseContext response) {
        var members = new LinkedHashMap<String, Object>();
        if (response.getEntity() instanceof Map<?, ?> entity) {
            entity.forEach((name, value) -> members.put(String.valueOf(name), value));
        } else {
            var problem = StandardProblem.ofStatus(response.getStatus());
            members.putAll(problem.members());
            if (problem.retryAfterSeconds() > 0) {
                response.getHeaders().putIfAbsent("Retry-After", List.of(problem.retryAfterSeconds()));
            }
        }
        return members;
    }
}
