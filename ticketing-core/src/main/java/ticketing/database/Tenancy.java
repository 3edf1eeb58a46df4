package ticketing.database;

import java.util.Collection;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whose data the transactions of this request may touch. The database enforces it (row-level security), whatever the
 * queries say; see docs/tenants.md.
 */
@RequestScoped
public class Tenancy {

    private Scope scope = new Shop();

    /** From here on: what fans and jobs may do. */
    public void becomeShop() {
        scope = new Shop();
    }

    /** From here on: only what belongs to these organizations. */
    public void becomeStaffOf(Collection<String> organizations) {
        scope = new Staff(Set.copyOf(organizations));
    }

    /** From here on: everything. */
    public void becomeAdmin() {
        scope = new Admin();
    }

    Scope scope() {
        return scope;
    }

    /** What a transaction may touch. */
    sealed interface Scope {}

    /** What buying and its jobs need, across all organizations; the role that the connections have by themselves. */
    record Shop() implements Scope {}

    record Staff(Set<String> organizations) implements Scope {}

    record Admin() implements Scope {}
}
