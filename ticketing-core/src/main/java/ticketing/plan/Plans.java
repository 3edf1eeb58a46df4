package ticketing.plan;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** What other features may ask about plans. */
@ApplicationScoped
public class Plans {

    private final PlanStore plans;

    Plans(PlanStore plans) {
        this.plans = plans;
    }

    public Optional<StoredPlan> find(String plan) {
        return plans.find(plan);
    }

    public List<PlanCategory> categories(String plan) {
        return plans.categories(plan);
    }

    /** The plan as browsers draw it, as JSON. */
    public Optional<String> geometry(String plan) {
        return plans.geometry(plan);
    }

    /** Whose plan it is, and for which venue. */
    public record StoredPlan(String id, String organizationId, String venueId) {}

    /** A category that the plan declares, and how many of its seats are in it. */
    public record PlanCategory(String id, String name, String color, int position, int seats) {}
}
