package ticketing.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.jboss.logging.Logger;

/**
 * Runs the visible SQL of the stores on the transaction's connection. Parameters are bound by their Java type: an
 * {@link Instant} as timestamptz, a collection as text[], an empty {@link Optional} as null.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        note(sql);
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        } catch (SQLException e) {
            throw DatabaseTrouble.of(e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that returns no rows; how many it touched. */
    public int update(String sql, Object... parameters) {
        note(sql);
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw DatabaseTrouble.of(e);
        }
    }

    /** Work on a connection that the other methods have no words for, such as batches. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw DatabaseTrouble.of(e);
        }
    }

    /** Without values: they are nobody's business. */
    private static void note(String sql) {
        if (LOG.isDebugEnabled()) {
            LOG.debugf("statement sql=%s", sql.strip().replaceAll("\\s+", " "));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, toJdbc(connection, parameters[i]));
        }
    }

    private static Object toJdbc(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> toJdbc(connection, optional.orElse(null));
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> texts -> connection.createArrayOf("text", texts.toArray());
            case Enum<?> word -> word.name();
            default -> value;
        };
    }
}
