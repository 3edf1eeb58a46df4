package ticketing.plan;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.plan.Plans.PlanCategory;
import ticketing.plan.Plans.StoredPlan;

/** Reads parts of a plan; the whole is megabytes. */
@ApplicationScoped
class PlanStore {

    private final Database database;

    PlanStore(Database database) {
        this.database = database;
    }

    Optional<StoredPlan> find(String plan) {
        return database.first("""
                SELECT id, organization_id, venue_id
                  FROM seating_plan
                 WHERE id = ?
                """, row -> new StoredPlan(row.text("id"), row.text("organization_id"), row.text("venue_id")), plan);
    }

    List<PlanCategory> categories(String plan) {
        return database.list("""
                SELECT id, name, color, position, seats
                  FROM plan_category
                 WHERE plan_id = ?
                 ORDER BY position
                """, row -> new PlanCategory(row.text("id"), row.text("name"), row.text("color"),
                row.number("position"), row.number("seats")), plan);
    }

    Optional<String> geometry(String plan) {
        return database.first("SELECT geometry FROM seating_plan WHERE id = ?", row -> row.text("geometry"), plan);
    }
}
