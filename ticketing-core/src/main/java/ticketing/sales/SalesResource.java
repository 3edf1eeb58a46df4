package ticketing.sales;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.http.Query;

/** The organizer's view of a sale. */
@Path("/api/ticketing/events")
@Authenticated
class SalesResource {

    private static final Duration DEFAULT_SPAN = Duration.ofHours(24);

    private final Events events;
    private final SalesStore store;
    private final InstantSource clock;

    SalesResource(Events events, SalesStore store, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    /** The series goes by minutes of the last day unless others are asked for. */
    @GET
    @Path("/{event}/sales")
    @RunOnVirtualThread
    public SalesFigures sales(@PathParam("event") String id, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("step") String wanted) {
        var event = events.forOrganizer(id);
        var step = Query.oneOf(Step.class, "step", wanted).orElse(Step.MINUTE);
        var until = Query.instant("to", to).orElseGet(clock::instant);
        var since = Query.instant("from", from).orElse(until.minus(DEFAULT_SPAN));
        if (since.isAfter(until) || since.isBefore(until.minus(step.longestSpan()))) {
            throw Query.invalid("from", "before \"to\", by at most %d days".formatted(step.longestSpan().toDays()));
        }
        return figures(event, new SalesStore.Series(step, since, until));
    }

    private SalesFigures figures(EventView event, SalesStore.Series series) {
        var id = event.id();
        var categories = store.categories(id, event.currency());
        return new SalesFigures(id, clock.instant(),
                categories.stream().mapToLong(SalesFigures.CategoryFigures::sold).sum(),
                new Takings(categories.stream().mapToLong(category -> category.takings().amount()).sum(),
                        event.currency()),
                store.orders(id), categories, series.step(), store.series(id, event.currency(), series),
                store.heatMap(id), forecast(event, categories));
    }

    private SellOutForecast forecast(EventView event, List<SalesFigures.CategoryFigures> categories) {
        var now = clock.instant();
        var remaining = categories.stream().mapToLong(category -> category.free() + category.held()).sum();
        return SellOutForecast.of(new SellOutForecast.Pace(event.salesFrom(), event.salesUntil(), remaining,
                store.soldInTheLast(event.id(), SellOutForecast.SPANS, now)), now);
    }
}
