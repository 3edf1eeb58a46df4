package ticketing.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The database could not do what was asked of it. Rolls the transaction back. */
public class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Lock, statement and transaction timeouts, broken deadlocks. */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "25P04", "40P01", "40001");

    /** Connection failures, shutdown and start, no room for another connection, a session that was ended. */
    private static final Set<String> AWAY = Set.of("08", "57P", "53", "25P03");

    DatabaseTrouble(SQLException cause) {
        super(cause);
    }

    String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }

    static DatabaseTrouble of(SQLException cause) {
        var state = cause.getSQLState();
        if (state == null) {
            // Without a state it never reached the database: the pool had no connection to give in time.
            return new Unavailable(cause);
        }
        if (BUSY.contains(state)) {
            return new Busy(cause);
        }
        return AWAY.stream().anyMatch(state::startsWith) ? new Unavailable(cause) : new DatabaseTrouble(cause);
    }

    /** What another layer, such as Hibernate, made of a failure of the database; empty when it is about nothing of it. */
    static Optional<DatabaseTrouble> within(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(cause -> of((SQLException) cause));
    }

    /** Others were deciding about the same rows for longer than lock_timeout. Nothing is known about the outcome. */
    public static final class Busy extends DatabaseTrouble {

        private static final long serialVersionUID = 1L;

        Busy(SQLException cause) {
            super(cause);
        }
    }

    /** No connection, or one that died under us, or no room for one more. */
    public static final class Unavailable extends DatabaseTrouble {

        private static final long serialVersionUID = 1L;

        Unavailable(SQLException cause) {
            super(cause);
        }
    }
}
