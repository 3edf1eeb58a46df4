package ticketing.hold;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** The areas in which people stand. */
@ApplicationScoped
class StandingStore {

    private static final String AREA = """
            SELECT area.id,
                   (category.sales_from IS NULL OR category.sales_from <= clock_timestamp())
                       AND (category.sales_until IS NULL OR clock_timestamp() < category.sales_until) AS on_sale
              FROM plan_area AS area
              JOIN price_category AS category ON category.event_id = ? AND category.name = area.category
             WHERE area.plan_id = ?
               AND (area.id = ? OR area.name = ?)
             ORDER BY area.id = ? DESC
             LIMIT 1
            """;

    private static final String AREAS_OF = """
            SELECT area.id
              FROM plan_area AS area
              JOIN price_category AS category ON category.event_id = ? AND category.name = area.category
             WHERE area.plan_id = ?
               AND category.id = ?
             ORDER BY area.id
            """;

    private final Database database;

    StandingStore(Database database) {
        this.database = database;
    }

    /** The area, named by its id or by its name. */
    Optional<Area> area(EventSale sale, String area) {
        return database.first(AREA, row -> new Area(row.text("id"), row.flag("on_sale")), sale.eventId(),
                sale.planId(), area, area, area);
    }

    /** The areas whose places are sold as that category. */
    List<String> areasOf(EventSale sale, String category) {
        return database.list(AREAS_OF, row -> row.text("id"), sale.eventId(), sale.planId(), category);
    }

    /** @param onSale whether its category is sold at this moment */
    record Area(String id, boolean onSale) {}
}
