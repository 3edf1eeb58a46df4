package ticketing.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start as somebody for whom the database would not keep the tenants apart. */
@ApplicationScoped
class TenantGuard {

    private final TenantGuardStore store;

    TenantGuard(TenantGuardStore store) {
        this.store = store;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        if (store.isAboveTheRules()) {
            throw new IllegalStateException("DATABASE_USER owns the tables or passes by row-level security, so nothing"
                    + " would keep the organizations apart. Sign in as ticketing_app; see docs/tenants.md.");
        }
    }
}
