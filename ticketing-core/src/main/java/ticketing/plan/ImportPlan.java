package ticketing.plan;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ticketing.audit.AuditTrail;
import ticketing.plan.SeatingPlan.PlanTexts;

/** Stores a plan that was read. */
@ApplicationScoped
class ImportPlan {

    private final SeatingPlanStore plans;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ObjectMapper json;

    ImportPlan(SeatingPlanStore plans, AuditTrail audit, InstantSource clock, ObjectMapper json) {
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** @param source the plan as it came in */
    @Transactional
    SeatingPlan store(String organization, String venue, Plan plan, String source, UUID by) {
        var stored = new SeatingPlan(organization, venue, plan, new PlanTexts(source, write(plan)), clock.instant());
        plans.persistAndFlush(stored);
        plans.addSeats(stored.id(), plan);
        audit.record(by, Optional.of(organization), "plan.imported", stored.id(), Map.of("seats", stored.seats()));
        return stored;
    }

    private String write(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan that is no JSON", e);
        }
    }
}
