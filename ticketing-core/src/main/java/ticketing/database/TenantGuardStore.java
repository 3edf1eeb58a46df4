package ticketing.database;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks whether the database can keep the tenants apart at all. */
@ApplicationScoped
class TenantGuardStore {

    private static final String ABOVE_THE_RULES = """
            SELECT rolsuper OR rolbypassrls
                       OR EXISTS (SELECT FROM pg_class
                                   WHERE relnamespace = 'public'::regnamespace
                                     AND relkind = 'r'
                                     AND relowner = role.oid) AS above
              FROM pg_roles AS role
             WHERE rolname = session_user
            """;

    private final Database database;

    TenantGuardStore(Database database) {
        this.database = database;
    }

    boolean isAboveTheRules() {
        return database.first(ABOVE_THE_RULES, row -> row.flag("above")).orElse(true);
    }
}
