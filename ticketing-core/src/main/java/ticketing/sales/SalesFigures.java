package ticketing.sales;

import java.time.Instant;
import java.util.List;

/**
 * How the sale of an event stands.
 *
 * @param tickets  valid tickets
 * @param takings  what was paid for them together, discounts off and fees on
 * @param orders   orders by their state
 * @param series   tickets issued, minute by minute, also those that were cancelled later; minutes without are left out
 * @param heatMap  how full each row is, in the plan's order
 */
record SalesFigures(String eventId, Instant at, long tickets, Takings takings, Orders orders,
        List<CategoryFigures> categories, List<Minute> series, List<RowFigures> heatMap) {

    record Orders(long paid, long pending, long declined, long cancelled, long refunded) {}

    /** @param held in somebody's basket at this moment */
    record CategoryFigures(String id, String name, long free, long held, long sold, long blocked, Takings takings) {}

    record Minute(Instant at, long tickets, Takings takings) {}

    record RowFigures(String zone, String row, long seats, long sold) {}
}
