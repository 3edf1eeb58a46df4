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

    List<PlanLine> of(String organization, Optional<String> venue, String behind, int limit) {
        return database.list("""
                SELECT id, organization_id, venue_id, name, seats, areas, created_at
                  FROM seating_plan
                 WHERE organization_id = ? AND (?::text IS NULL OR venue_id = ?::text) AND id > ?
                 ORDER BY id
                 LIMIT ?
                """, row -> new PlanLine(row.text("id"), row.text("organization_id"), row.text("venue_id"),
                row.text("name"), row.number("seats"), row.number("areas"), row.instant("created_at"),
                categories(row.text("id")).stream().map(category -> new PlanLine.Category(category.id(),
                        category.name(), category.color(), category.seats())).toList()),
                organization, venue.orElse(null), venue.orElse(null), behind, limit);
    }

    Optional<String> geometry(String plan) {
        return database.first("SELECT geometry FROM seating_plan WHERE id = ?", row -> row.text("geometry"), plan);
    }
}
