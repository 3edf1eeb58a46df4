package ticketing.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.event.Events;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;
import ticketing.sales.SoldStore.OrderCursor;
import ticketing.sales.SoldStore.OrderSearch;

/** The orders of an event, for its organizer. */
@Path("/api/ticketing/events")
@Authenticated
class SoldOrdersResource {

    private static final Duration BEYOND_CLOCK_SKEW = Duration.ofDays(1);

    private final Events events;
    private final SoldStore store;
    private final InstantSource clock;

    SoldOrdersResource(Events events, SoldStore store, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    @GET
    @Path("/{event}/orders")
    @RunOnVirtualThread
    public Page<SoldOrder> list(@PathParam("event") String event, @BeanParam Wanted wanted,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        events.forOrganizer(event);
        var request = PageRequest.of(limit, after);
        var search = wanted.search();
        var behind = request.after().map(SoldOrdersResource::cursor)
                .orElseGet(() -> new OrderCursor(clock.instant().plus(BEYOND_CLOCK_SKEW), ""));
        return Page.of(store.orders(event, search, behind, request.rows()), request,
                order -> order.createdAt() + " " + order.code());
    }

    private static OrderCursor cursor(String position) {
        var parts = position.split(" ", 2);
        try {
            return new OrderCursor(Instant.parse(parts[0]), parts[parts.length - 1]);
        } catch (DateTimeParseException notOurs) {
            throw Cursor.invalid();
        }
    }

    /** Which orders, as it stands in the address. */
    static class Wanted {

        @QueryParam("state")
        String state;
        @QueryParam("payment")
        String payment;
        @QueryParam("promoCode")
        String promoCode;
        @QueryParam("query")
        String query;

        OrderSearch search() {
            return new OrderSearch(Query.oneOf(SoldStore.State.class, "state", state),
                    Query.oneOf(SoldStore.PaymentState.class, "payment", payment), Query.text(promoCode),
                    Query.text(query).map(text -> text.toLowerCase(Locale.ROOT)));
        }
    }
}
