package ticketing.page;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;

/** What other programs read of the shop: calendars and search engines. */
@Path("/")
@RunOnVirtualThread
class FeedResource {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    /** As many as one sitemap may have. */
    private static final int MOST_IN_SITEMAP = 50_000;
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final EventFactsStore events;
    private final PageConfig config;
    private final InstantSource clock;

    FeedResource(EventFactsStore events, PageConfig config, InstantSource clock) {
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** The next concerts, to be followed. */
    @GET
    @Path("events.ics")
    @Produces(CALENDAR)
    public Response calendar() {
        return calendar(events.upcoming(clock.instant(), config.inCalendar()));
    }

    @GET
    @Path("events/{id}/calendar.ics")
    @Produces(CALENDAR)
    public Response calendar(@PathParam("id") String id) {
        return calendar(List.of(events.find(id).orElseThrow(Events.UNKNOWN::toException)));
    }

    @GET
    @Path("sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    public Response sitemap() {
        var pages = events.upcomingIds(clock.instant(), MOST_IN_SITEMAP).stream()
                .map(id -> "  <url><loc>%s</loc></url>\n".formatted(Addresses.ofEvent(config, id)))
                .collect(Collectors.joining());
        return answer("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <url><loc>%s</loc></url>
                %s</urlset>
                """.formatted(Addresses.of(config, "/"), pages));
    }

    /** Orders open with a secret that no search engine has; there is nothing for it to look at. */
    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public Response robots() {
        return answer("""
                User-agent: *
                Disallow: /orders/
                Disallow: /queue/
                Sitemap: %s
                """.formatted(Addresses.of(config, "/sitemap.xml")));
    }

    private Response calendar(List<EventFacts> listed) {
        return answer(EventCalendar.of(listed, config));
    }

    private static Response answer(String document) {
        return Response.ok(document).header("Cache-Control", FOR_AN_HOUR).build();
    }
}
