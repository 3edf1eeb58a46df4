package waitingroom.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import waitingroom.release.Release;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;

/** Where fans find the page they wait on. From memory throughout. */
@Path("/queue")
class QueuePageResource {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SHARED_FOR_A_MINUTE = "public, max-age=60";
    private static final String SHARED_FOR_A_DAY = "public, max-age=86400";
    private static final Pattern COLOR = Pattern.compile("[0-9a-fA-F]{6}");

    private static final String WORKER = read("/queue/worker.js");

    private final QueuePage page;
    private final ReleaseCatalog catalog;
    private final InstantSource clock;

    QueuePageResource(QueuePage page, ReleaseCatalog catalog, InstantSource clock) {
        this.page = page;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GET
    @Path("/{event}")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @NonBlocking
    public Response page(@PathParam("event") String event, @QueryParam("lang") String chosen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        var release = catalog.current(event, clock.instant()).map(StoredRelease::release);
        var language = Language.choose(chosen, accepted);
        return Response.ok(page.of(language, release))
                .header(HttpHeaders.CACHE_CONTROL, SHARED_FOR_A_MINUTE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy",
                        POLICY.formatted(release.map(QueuePageResource::logoOrigin).orElse("")))
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Pictures may come from the logo's own site, and from no other. */
    private static String logoOrigin(Release release) {
        var logo = release.brand().logo();
        return logo.startsWith("https:") ? " https://" + URI.create(logo).getRawAuthority() : "";
    }

    /** The words of what is fetched only when asked for: the check of a place, and the way to another device. */
    @GET
    @Path("/words/{language}")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Response words(@PathParam("language") String tag) {
        var language = Language.of(tag).orElseThrow(NotFoundException::new);
        return Response.ok(page.moreWords(language)).header(HttpHeaders.CACHE_CONTROL, SHARED_FOR_A_MINUTE).build();
    }

    /** What solves challenges beside the page; fetched by those who are asked. */
    @GET
    @Path("/worker.js")
    @Produces("text/javascript;charset=UTF-8")
    @NonBlocking
    public Response worker() {
        return Response.ok(WORKER).header(HttpHeaders.CACHE_CONTROL, SHARED_FOR_A_MINUTE)
                .header("X-Content-Type-Options", "nosniff").build();
    }

    private static String read(String file) {
        try (var resource = QueuePageResource.class.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An organizer's colour, in the shades that can be read on light and on dark. */
    @GET
    @Path("/brand/{color}.css")
    @Produces("text/css;charset=UTF-8")
    @NonBlocking
    public Response brand(@PathParam("color") String color) {
        if (!COLOR.matcher(color).matches()) {
            throw new NotFoundException();
        }
        return Response.ok(BrandStyle.of(color)).header(HttpHeaders.CACHE_CONTROL, SHARED_FOR_A_DAY)
                .header("X-Content-Type-Options", "nosniff").build();
    }
}
