package ticketing.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
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
import ticketing.search.SearchEvents.Position;

/** The list of events, with its search. */
@Path("/api/ticketing/events")
class EventSearchResource {

    private static final String SEPARATOR = "\u0000";
    private static final int LONGEST_QUERY = 200;

    private final SearchEvents searchEvents;

    EventSearchResource(SearchEvents searchEvents) {
        this.searchEvents = searchEvents;
    }

    @GET
    @RunOnVirtualThread
    public Response search(@BeanParam Parameters parameters, @QueryParam("sort") String sortedBy,
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        var request = PageRequest.of(limit, after);
        var sort = EventSort.of(sortedBy);
        var position = request.after().map(cursor -> position(cursor, sort));
        var found = searchEvents.search(parameters.filter(), sort, position, request.rows());
        var page = Page.of(found.events(), request,
                event -> String.join(SEPARATOR, sort.parameter(), event.position(), event.id()));
        return Response.ok(new Found(page.items(), page.next(), new TreeMap<>(found.facets())))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=1").build();
    }

    /** A position makes sense only in the order it was given out for. */
    private static Position position(String cursor, EventSort sort) {
        var parts = cursor.split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[0].equals(sort.parameter())) {
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
            var chosen = new EnumMap<Facet, String>(Facet.class);
            Query.text(city).ifPresent(value -> chosen.put(Facet.CITY, value));
            Query.text(country).ifPresent(value -> chosen.put(Facet.COUNTRY, value));
            Query.text(genre).ifPresent(value -> chosen.put(Facet.GENRE, value));
            Query.text(venue).ifPresent(value -> chosen.put(Facet.VENUE, value));
            Query.flag("available", available).ifPresent(value -> chosen.put(Facet.AVAILABLE, value.toString()));
            Query.flag("accessible", accessible).ifPresent(value -> chosen.put(Facet.ACCESSIBLE, value.toString()));
            return new EventFilter(
                    Query.text(query).map(text -> text.substring(0, Math.min(text.length(), LONGEST_QUERY))), chosen,
                    Query.text(from).map(text -> moment("from", text, 0)),
                    Query.text(to).map(text -> moment("to", text, 1)), Query.number("priceMax", priceMax),
                    Query.text(currency));
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
