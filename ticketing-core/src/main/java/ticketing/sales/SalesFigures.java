package ticketing.sales;

import java.time.Instant;
import java.util.List;

/**
 * How the sale of an event stands.
 *
 * @param tickets  valid tickets
 * @param takings  what was paid for them together, discounts off and fees on
 * @param orders   orders by their state
 * @param step     what the series goes by
 * @param series   tickets issued, step by step, also those that were cancelled later; steps without are left out
 * @param heatMap  how full each row is, in the plan's order
 * @param forecast when the last ticket goes if it goes on like this
 */
record SalesFigures(String eventId, Instant at, long tickets, Takings takings, Orders orders,
        List<CategoryFigures> categories, Step step, List<Interval> series, List<RowFigures> heatMap,
        SellOutForecast forecast) {

    record Orders(long paid, long pending, long declined, long cancelled, long refunded) {}

    /** @param held in somebody's basket at this moment */
    record CategoryFigures(String id, String name, long free, long held, long sold, long blocked, Takings takings) {}

    /** @param at its beginning */
    record Interval(Instant at, long tickets, Takings takings) {}

    record RowFigures(String zone, String row, long seats, long sold) {}
}
