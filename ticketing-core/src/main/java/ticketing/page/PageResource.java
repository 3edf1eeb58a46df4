package ticketing.page;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The shop's pages: a shell that says what matters before any script runs; the script's elements then take over. No
 * page holds anything personal, an order's secret stays in the browser's address fragment.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PageResource {

    /** Scripts and styles from here only, none inline; images also from blobs, which is how QR codes arrive. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final EventFactsStore events;
    private final PageConfig config;
    private final InstantSource clock;

    PageResource(EventFactsStore events, PageConfig config, InstantSource clock) {
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public Response home() {
        return page(200, Templates.home(events.upcoming(clock.instant(), config.listed())));
    }

    @GET
    @Path("events/{id}")
    public Response event(@PathParam("id") String id) {
        return events.find(id)
                .map(event -> page(200, event(event)))
                .orElseGet(() -> page(404, Templates.missing("concert")));
    }

    private TemplateInstance event(EventFacts event) {
        var url = Addresses.ofEvent(config, event.id());
        return Templates.event(event, url, EventJsonLd.of(event, url));
    }

    /** The page is the same for every code: whether the order exists is for the bearer of its secret to know. */
    @GET
    @Path("orders/{code}")
    public Response order(@PathParam("code") String code) {
        return code.matches("[A-Za-z0-9-]{1,64}")
                ? page(200, Templates.order(code))
                : page(404, Templates.missing("order"));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-cache")
                .entity(page.render())
                .build();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance home(List<EventFacts> events);

        static native TemplateInstance event(EventFacts event, String url, String jsonLd);

        static native TemplateInstance order(String code);

        static native TemplateInstance missing(String what);
    }
}
