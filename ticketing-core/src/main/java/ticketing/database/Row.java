package ticketing.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** One row of an answer, read by column name. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    public int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    public long longNumber(String column) throws SQLException {
        return rows.getLong(column);
    }

    public double decimal(String column) throws SQLException {
        return rows.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public UUID uuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, UUID.class));
    }

    public Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }
}
