package ticketing.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A filter as SQL: fixed texts, and the values bound to them in the same order. */
final class Conditions {

    private static final String SEARCHED = """
            concat_ws(' ', e.title, e.genre, v.name, v.city, o.name, e.description) ILIKE ?""";
    private static final String HAS_FREE_SEAT = """
            EXISTS (SELECT FROM seat_state s
                     WHERE s.event_id = e.id
                       AND (s.state = 'FREE' OR s.state = 'HELD' AND s.held_until <= clock_timestamp()))""";
    private static final String HAS_ACCESSIBLE_SEAT = """
            EXISTS (SELECT FROM plan_seat a WHERE a.plan_id = e.plan_id AND a.accessible)""";
    private static final String COSTS_AT_MOST = """
            EXISTS (SELECT FROM price_category c WHERE c.event_id = e.id AND c.amount <= ?)""";

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    static Conditions of(EventFilter filter) {
        var conditions = new Conditions();
        conditions.add("e.state = 'PUBLISHED'");
        filter.from().ifPresentOrElse(from -> conditions.add("e.starts_at >= ?", from),
                () -> conditions.add("e.starts_at > clock_timestamp()"));
        filter.to().ifPresent(to -> conditions.add("e.starts_at < ?", to));
        filter.words().forEach(word -> conditions.add(SEARCHED, "%" + literally(word) + "%"));
        filter.city().ifPresent(city -> conditions.add("lower(v.city) = ?", city.toLowerCase(Locale.ROOT)));
        filter.country().ifPresent(country -> conditions.add("v.country = ?", country.toUpperCase(Locale.ROOT)));
        filter.genre().ifPresent(genre -> conditions.add("lower(e.genre) = ?", genre.toLowerCase(Locale.ROOT)));
        filter.venue().ifPresent(venue -> conditions.add("(v.id = ? OR lower(v.name) = ?)", venue,
                venue.toLowerCase(Locale.ROOT)));
        filter.currency().ifPresent(currency -> conditions.add("e.currency = ?", currency.toUpperCase(Locale.ROOT)));
        filter.priceMax().ifPresent(most -> conditions.add(COSTS_AT_MOST, most));
        filter.available().ifPresent(free -> conditions.add((free ? "" : "NOT ") + HAS_FREE_SEAT));
        filter.accessible().ifPresent(yes -> conditions.add((yes ? "" : "NOT ") + HAS_ACCESSIBLE_SEAT));
        return conditions;
    }

    void add(String text, Object... bound) {
        texts.add(text);
        Collections.addAll(values, bound);
    }

    String sql() {
        return String.join("\n   AND ", texts);
    }

    Object[] values(Object... more) {
        var all = new ArrayList<>(values);
        Collections.addAll(all, more);
        return all.toArray();
    }

    /** What somebody types is looked for as it stands. */
    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
