package ticketing.plan;

import java.time.Instant;
import java.util.List;

/** A plan as it stands in the list of an organization's. */
record PlanLine(String id, String organizationId, String venueId, String name, int seats, int areas,
        Instant createdAt, List<Category> categories) {

    /** A category that the plan declares, and how many of its places are in it. */
    record Category(String id, String name, String color, int seats) {}
}
