package ticketing.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A concert as search engines read it: schema.org's MusicEvent. */
final class EventJsonLd {

    private static final String SCHEMA = "https://schema.org/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJsonLd() {}

    /** JSON that is safe inside a script element: a text can never end the element. */
    static String of(EventFacts event, String url, String picture) {
        try {
            return JSON.writeValueAsString(document(event, url, picture)).replace("<", "\\u003c").replace("&",
                    "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers are always JSON", e);
        }
    }

    private static Map<String, Object> document(EventFacts event, String url, String picture) {
        var document = typed("MusicEvent");
        document.put("@context", SCHEMA);
        document.put("@id", url);
        document.put("url", url);
        document.put("name", event.title());
        document.put("description", event.description());
        if (!picture.isEmpty()) {
            document.put("image", List.of(picture));
        }
        document.put("startDate", event.startsAtWithOffset());
        document.put("eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode");
        document.put("eventStatus", SCHEMA + status(event));
        document.put("location", location(event.venue()));
        var organizer = typed("Organization");
        organizer.put("name", event.organizer());
        document.put("organizer", organizer);
        document.put("offers", offers(event, url));
        return document;
    }

    private static String status(EventFacts event) {
        return switch (event.state()) {
            case CANCELLED -> "EventCancelled";
            case POSTPONED -> "EventPostponed";
            case PUBLISHED -> "EventScheduled";
            case DRAFT -> "EventScheduled";
        };
    }

    private static Map<String, Object> location(EventFacts.Place venue) {
        var address = typed("PostalAddress");
        address.put("streetAddress", venue.address());
        address.put("addressLocality", venue.city());
        address.put("addressCountry", venue.country());
        var location = typed("MusicVenue");
        location.put("name", venue.name());
        location.put("address", address);
        return location;
    }

    private static Map<String, Object> offers(EventFacts event, String url) {
        var offers = typed("AggregateOffer");
        offers.put("priceCurrency", event.currency());
        offers.put("lowPrice", event.decimal(event.lowest()));
        offers.put("highPrice", event.decimal(event.highest()));
        offers.put("availability", SCHEMA + (event.sale().left() ? "InStock" : "SoldOut"));
        offers.put("validFrom", event.sale().from().toString());
        offers.put("url", url);
        return offers;
    }

    private static Map<String, Object> typed(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }
}
