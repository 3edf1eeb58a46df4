package ticketing.plan;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class ExportPlan {

    private final SeatingPlanStore plans;

    ExportPlan(SeatingPlanStore plans) {
        this.plans = plans;
    }

    @Transactional
    Optional<SeatingPlan> byId(String id) {
        return plans.findByIdOptional(id);
    }
}
