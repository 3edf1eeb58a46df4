package ticketing.plan;

import java.sql.Connection;
import java.sql.SQLException;

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
                insert.setInt(6, (int) seats.seats().filter(seat -> seat.category().equals(category.id())).count());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int addSeats(Connection connection, String plan, Plan seats) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan_seat (plan_id, seat_id, position, label, zone, row_label, number, category, accessible)
                VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT name FROM plan_category WHERE plan_id = ? AND id = ?), ?)
                """)) {
            var added = 0;
            for (var zone : seats.zones()) {
                for (var row : zone.rows()) {
                    for (var seat : row.seats()) {
                        insert.setString(1, plan);
                        insert.setString(2, seat.id());
                        insert.setInt(3, seat.position());
                        insert.setString(4, seat.label());
                        insert.setString(5, zone.name());
                        insert.setString(6, row.label());
                        insert.setString(7, seat.number());
                        insert.setString(8, plan);
                        insert.setString(9, seat.category());
                        insert.setBoolean(10, seat.accessible());
                        insert.addBatch();
                        if (++added % BATCH == 0) {
                            insert.executeBatch();
                        }
                    }
                }
            }
            insert.executeBatch();
            return added;
        }
    }
}
