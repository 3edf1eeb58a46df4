package ticketing.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import ticketing.database.Database;

@ApplicationScoped
class SeatingPlanStore implements PanacheRepositoryBase<SeatingPlan, String> {

    private static final int BATCH = 1_000;

    private final Database database;

    SeatingPlanStore(Database database) {
        this.database = database;
    }

    /** The plan's categories and seats; a plan of 42,000 seats goes over in batches. */
    void addSeats(String plan, Plan seats) {
        database.with(connection -> {
            addCategories(connection, plan, seats);
            addAreas(connection, plan, seats);
            return addSeats(connection, plan, seats);
        });
    }

    private static void addCategories(Connection connection, String plan, Plan seats) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan_category (plan_id, id, name, color, position, seats)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            var position = 0;
            for (var category : seats.categories()) {
                insert.setString(1, plan);
                insert.setString(2, category.id());
                insert.setString(3, category.name());
                insert.setString(4, category.color());
                insert.setInt(5, position++);
                insert.setInt(6, seats.capacityOf(category));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The seats, and behind them the places to stand, which are as many rows: whoever counts, counts both alike. */
    private static int addSeats(Connection connection, String plan, Plan seats) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan_seat (plan_id, seat_id, position, label, zone, row_label, number, category, accessible,
                                       companion, restricted_view, preference, remoteness, area_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT name FROM plan_category WHERE plan_id = ? AND id = ?), ?, ?, ?, ?,
                        ?, ?)
                """)) {
            var added = 0;
            for (var place : PlanPlace.of(seats)) {
                bind(insert, plan, place);
                insert.addBatch();
                if (++added % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            return added;
        }
    }

    private static void bind(PreparedStatement insert, String plan, PlanPlace place) throws SQLException {
        var seat = place.seat();
        insert.setString(1, plan);
        insert.setString(2, seat.id());
        insert.setInt(3, seat.position());
        insert.setString(4, seat.label());
        insert.setString(5, place.zone());
        insert.setString(6, place.row());
        insert.setString(7, seat.number());
        insert.setString(8, plan);
        insert.setString(9, seat.category());
        insert.setBoolean(10, seat.accessible());
        insert.setBoolean(11, seat.companion());
        insert.setBoolean(12, seat.restrictedView());
        insert.setObject(13, place.nearness().map(PlanPlace.Nearness::preference).orElse(null), Types.INTEGER);
        insert.setObject(14, place.nearness().map(PlanPlace.Nearness::remoteness).orElse(null), Types.DOUBLE);
        insert.setString(15, place.area().orElse(null));
    }

    private static void addAreas(Connection connection, String plan, Plan seats) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan_area (plan_id, id, name, category, capacity)
                VALUES (?, ?, ?, (SELECT name FROM plan_category WHERE plan_id = ? AND id = ?), ?)
                """)) {
            for (var area : seats.areasToStandIn().toList()) {
                insert.setString(1, plan);
                insert.setString(2, area.id());
                insert.setString(3, area.name());
                insert.setString(4, plan);
                insert.setString(5, area.category());
                insert.setInt(6, area.capacity());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
