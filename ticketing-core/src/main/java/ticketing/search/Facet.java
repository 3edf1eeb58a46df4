package ticketing.search;

import java.util.Locale;
import java.util.function.Function;

/** By what a list of events can be narrowed, with the number of events each value would leave. */
enum Facet {

    CITY(event -> event.venue().city()), COUNTRY(event -> event.venue().country()), GENRE(ListedEvent::genre),
    /** By its name; two halls of one name are one choice. */
    VENUE(event -> event.venue().name()), AVAILABLE(event -> Boolean.toString(event.available())), ACCESSIBLE(
            event -> Boolean.toString(event.accessible()));

    private final Function<ListedEvent, String> value;

    Facet(Function<ListedEvent, String> value) {
        this.value = value;
    }

    String valueOf(ListedEvent event) {
        return value.apply(event);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
