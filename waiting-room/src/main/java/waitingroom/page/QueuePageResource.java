package waitingroom.page;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;

/** The one page fans wait on: the same file for every event, from memory, so that it loads when all else is busy. */
@Path("/queue")
class QueuePageResource {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] page = read("/META-INF/resources/queue/queue.html");

    @GET
    @Path("/{event}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @NonBlocking
    public Response page(@PathParam("event") String event) {
        return Response.ok(page)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] read(String path) {
        try (var file = QueuePageResource.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the queue page is missing: " + path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
