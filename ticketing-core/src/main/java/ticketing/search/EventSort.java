package ticketing.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import ticketing.http.Query;

/** In which order events are listed. */
enum EventSort {

    STARTS_AT("startsAt", "e.starts_at", "timestamptz", false), STARTS_AT_LAST("-startsAt", "e.starts_at",
            "timestamptz",
            true), PRICE("price", "p.lowest", "bigint", false), PRICE_LAST("-price", "p.lowest", "bigint", true), TITLE(
                    "title", "lower(e.title)", "text", false), TITLE_LAST("-title", "lower(e.title)", "text", true);

    private final String key;
    private final String expression;
    private final String type;
    private final boolean descending;

    EventSort(String key, String expression, String type, boolean descending) {
        this.key = key;
        this.expression = expression;
        this.type = type;
        this.descending = descending;
    }

    /** As it stands in the URL; by date when it does not. */
    static EventSort of(String parameter) {
        return Query.text(parameter).map(EventSort::named).orElse(STARTS_AT);
    }

    private static EventSort named(String name) {
        return find(name).orElseThrow(() -> Query.invalid("sort", Arrays.stream(values()).map(EventSort::key)
                .collect(Collectors.joining(", ", "one of ", ""))));
    }

    private static Optional<EventSort> find(String name) {
        var plain = name.replaceFirst("^(-?)date$", "$1startsAt");
        return Arrays.stream(values()).filter(sort -> sort.key.equals(plain)).findFirst();
    }

    String key() {
        return key;
    }

    /** What rows are ordered by, before their id. */
    String expression() {
        return expression;
    }

    /** Rows behind a position: its value, then its id. */
    String behind() {
        return "(%s, e.id) %s (?::%s, ?)".formatted(expression, descending ? "<" : ">", type);
    }

    String order(String column) {
        var direction = descending ? "DESC" : "ASC";
        return "%s %s, id %s".formatted(column, direction, direction);
    }
}
