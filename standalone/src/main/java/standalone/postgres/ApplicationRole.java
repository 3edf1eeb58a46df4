package standalone.postgres;

import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The role that a service under test signs in as, in a database that is thrown away: it owns nothing, as in production. */
public final class ApplicationRole {

    public static final String NAME = "ticketing_app";

    private ApplicationRole() {}

    /** Its name is its password. What it may do, the service's migrations say. */
    public static void make(EmbeddedPostgres postgres) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database did not take its role", e);
        }
    }
}
