package ticketing.search;

import java.util.Locale;

/** By what a list of events can be narrowed, with the number of events each value would leave. */
enum Facet {

    CITY("v.city"), COUNTRY("v.country"), GENRE("e.genre"), VENUE("v.name");

    private final String column;

    Facet(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
