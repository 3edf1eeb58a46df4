package ticketing.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Cursor;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;
import ticketing.search.EventSearchStore.Position;

/** The list of events, with its search. */
@Path("/api/ticketing/events")
class EventSearchResource {

    private static final String SEPARATOR = "\u0000";
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_QUERY = 200;

    private final EventSearchStore events;

    EventSearchResource(EventSearchStore events) {
        this.events = events;
    }

    @GET
    @RunOnVirtualThread
    public Response search(@BeanParam Parameters parameters, @QueryParam("sort") String sortedBy,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var sort = EventSort.of(sortedBy);
        var filter = parameters.filter();
        var position = request.after().map(cursor -> position(cursor, sort));
        var page = Page.of(events.page(filter, sort, position, request.rows()), request,
                event -> String.join(SEPARATOR, sort.key(), event.position(), event.id()));
        var facets = new TreeMap<String, List<FacetValue>>();
        Arrays.stream(Facet.values()).forEach(facet -> facets.put(facet.key(), events.values(facet, filter)));
        return Response.ok(new Found(page.items(), page.next(), facets))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=1").build();
    }

    /** A position makes sense only in the order it was given out for. */
    private static Position position(String cursor, EventSort sort) {
        var parts = cursor.split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[0].equals(sort.key())) {
            throw Cursor.invalid();
        }
        return new Position(parts[1], parts[2]);
    }

    record Found(List<FoundEvent> items, @JsonInclude(JsonInclude.Include.ALWAYS) String next,
            Map<String, List<FacetValue>> facets) {}

    /** What stands in the URL. */
    static class Parameters {

        @QueryParam("query")
        String query;
        @QueryParam("city")
        String city;
        @QueryParam("country")
        String country;
        @QueryParam("genre")
        String genre;
        @QueryParam("venue")
        String venue;
        @QueryParam("from")
        String from;
        @QueryParam("to")
        String to;
        @QueryParam("priceMax")
        String priceMax;
        @QueryParam("currency")
        String currency;
        @QueryParam("available")
        String available;
        @QueryParam("accessible")
        String accessible;

        EventFilter filter() {
            return new EventFilter(words(), Query.text(city), Query.text(country), Query.text(genre),
                    Query.text(venue), Query.text(from).map(text -> moment("from", text, 0)),
                    Query.text(to).map(text -> moment("to", text, 1)), Query.number("priceMax", priceMax),
                    Query.text(currency), Query.flag("available", available), Query.flag("accessible", accessible));
        }

        private List<String> words() {
            return Query.text(query).map(text -> text.substring(0, Math.min(text.length(), LONGEST_QUERY)))
                    .map(text -> Arrays.stream(text.split("\\s+")).limit(MOST_WORDS).toList()).orElse(List.of());
        }

        /** @param days what a bare date means from its beginning: "to" a date includes that day */
        private static Instant moment(String name, String text, int days) {
            try {
                return text.length() == "2026-11-23".length()
                        ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw Query.invalid(name, "a date such as 2026-11-23, or a time such as 2026-11-23T07:00:00Z");
            }
        }
    }
}
