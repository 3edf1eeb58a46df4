package ticketing.database;

import java.sql.SQLException;

/** Makes a domain value of a row. */
@FunctionalInterface
public interface RowReader<T> {

    T read(Row row) throws SQLException;
}
