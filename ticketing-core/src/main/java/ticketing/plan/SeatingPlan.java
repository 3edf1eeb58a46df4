package ticketing.plan;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ticketing.id.ShortId;

/** A stored plan. It never changes: an event's seats must mean tomorrow what they mean today. */
@Entity
class SeatingPlan {

    @Id
    private String id;
    private String organizationId;
    private String venueId;
    private String name;
    private String source;
    private String geometry;
    private int seats;
    private int areas;
    private Instant createdAt;

    /** For Hibernate. */
    protected SeatingPlan() {}

    SeatingPlan(String organizationId, String venueId, Plan plan, PlanTexts texts, Instant now) {
        this.id = ShortId.next();
        this.organizationId = organizationId;
        this.venueId = venueId;
        this.name = plan.name();
        this.source = texts.source();
        this.geometry = texts.geometry();
        this.seats = (int) plan.seats().count();
        this.areas = plan.areas();
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String organizationId() {
        return organizationId;
    }

    String source() {
        return source;
    }

    int seats() {
        return seats;
    }

    int areas() {
        return areas;
    }

    /**
     * The two forms in which a plan is kept.
     *
     * @param source   as it was imported
     * @param geometry as browsers draw it
     */
    record PlanTexts(String source, String geometry) {}
}
