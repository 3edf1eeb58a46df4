package ticketing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Gives every connection that a staff request takes the role and the organizations of that request, and takes them back
 * when it is returned: one statement each. Whoever buys seats uses connections as they are, so a sale pays nothing for
 * it. SET rather than set_config, because a query would fix the transaction's snapshot.
 */
@ApplicationScoped
@Unremovable
class TenantConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(TenantConnections.class);
    private static final String RESET = "RESET ROLE; RESET ticketing.organizations";

    private final Tenancy tenancy;
    private final Set<PGConnection> changed = ConcurrentHashMap.newKeySet();

    TenantConnections(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        switch (tenancy.scope()) {
            case Tenancy.Shop shop -> {
                // The role that the core signed in with.
            }
            case Tenancy.Staff staff -> change(connection, "SET ROLE ticketing_staff; SET ticketing.organizations = "
                    + literal(String.join(",", new TreeSet<>(staff.organizations()))));
            case Tenancy.Admin admin -> change(connection, "SET ROLE ticketing_admin");
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            if (changed.remove(connection.unwrap(PGConnection.class))) {
                execute(connection, RESET);
            }
        } catch (SQLException e) {
            abandon(connection, e);
        }
    }

    private void change(Connection connection, String sql) {
        try {
            changed.add(connection.unwrap(PGConnection.class));
            execute(connection, sql);
        } catch (SQLException e) {
            abandon(connection, e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Fails closed: a connection of which we do not know whose rows it shows is cut, and its use fails. */
    private static void abandon(Connection connection, SQLException cause) {
        LOG.warnf("tenant not set, connection cut sql_state=%s", cause.getSQLState());
        try {
            ((Connection) connection.unwrap(PGConnection.class)).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debugf("connection was gone already sql_state=%s", e.getSQLState());
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
