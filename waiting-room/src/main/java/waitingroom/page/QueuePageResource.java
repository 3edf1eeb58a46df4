package waitingroom.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

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

    private final byte[] page = pageWithVersionedFiles();

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

    /** Browsers keep the style sheet and the script for a day; a new version therefore gets a new address. */
    private static byte[] pageWithVersionedFiles() {
        var html = new String(read("queue.html"), StandardCharsets.UTF_8);
        for (var file : List.of("queue.css", "queue.js")) {
            var checksum = new CRC32C();
            checksum.update(read(file));
            html = html.replace("/queue/" + file, "/queue/" + file + "?v=" + Long.toHexString(checksum.getValue()));
        }
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (var file = QueuePageResource.class.getResourceAsStream("/META-INF/resources/queue/" + name)) {
            if (file == null) {
                throw new IllegalStateException("a file of the queue page is missing: " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
