package ticketing.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.http.Query;

/** The organizer's view of a sale. */
@Path("/api/ticketing/events")
@Authenticated
class SalesResource {

    private static final Duration DEFAULT_SPAN = Duration.ofHours(24);
    private static final Duration LONGEST_SPAN = Duration.ofDays(7);

    private final Events events;
    private final SalesStore store;
    private final InstantSource clock;

    SalesResource(Events events, SalesStore store, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    @GET
    @Path("/{event}/sales")
    @RunOnVirtualThread
    public SalesFigures sales(@PathParam("event") String id, @QueryParam("from") String from,
            @QueryParam("to") String to) {
        var event = events.forOrganizer(id);
        var until = Query.instant("to", to).orElseGet(clock::instant);
        var since = Query.instant("from", from).orElse(until.minus(DEFAULT_SPAN));
        if (since.isAfter(until) || since.isBefore(until.minus(LONGEST_SPAN))) {
            throw Query.invalid("from", "before \"to\", by at most 7 days");
        }
        return figures(id, event.currency(), since, until);
    }

    private SalesFigures figures(String id, String currency, Instant since, Instant until) {
        var categories = store.categories(id, currency);
        return new SalesFigures(id, clock.instant(),
                categories.stream().mapToLong(SalesFigures.CategoryFigures::sold).sum(),
                new Takings(categories.stream().mapToLong(category -> category.takings().amount()).sum(), currency),
                store.orders(id), categories, store.series(id, currency, since, until), store.heatMap(id));
    }
}
