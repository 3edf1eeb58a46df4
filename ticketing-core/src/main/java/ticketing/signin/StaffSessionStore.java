package ticketing.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Who is signed in where. */
@ApplicationScoped
class StaffSessionStore {

    private static final String ADD = """
            INSERT INTO staff_session (id, staff_id, started_at, last_seen_at, expires_at, limited, device, network)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            SELECT id, started_at, last_seen_at, expires_at, device, network, id = ? AS current
              FROM staff_session
             WHERE staff_id = ?
               AND ended_at IS NULL
               AND expires_at > clock_timestamp()
             ORDER BY started_at DESC, id
             LIMIT 100
            """;

    private static final String END = """
            UPDATE staff_session
               SET ended_at = clock_timestamp()
             WHERE staff_id = ?
               AND id = ?
               AND ended_at IS NULL
               AND expires_at > clock_timestamp()
            """;

    private static final String END_OTHERS = """
            UPDATE staff_session
               SET ended_at = clock_timestamp()
             WHERE staff_id = ?
               AND id IS DISTINCT FROM ?::uuid
               AND ended_at IS NULL
               AND expires_at > clock_timestamp()
            """;

    /** Ended, and the other services do not know yet. They need not learn of what is over by itself meanwhile. */
    private static final String UNTOLD = """
            SELECT id, ceil(extract(epoch FROM expires_at - clock_timestamp()))::bigint AS seconds_left
              FROM staff_session
             WHERE ended_at IS NOT NULL
               AND NOT told
               AND expires_at > clock_timestamp()
             ORDER BY ended_at
             LIMIT ?
            """;

    private static final String TOLD = """
            UPDATE staff_session
               SET told = true
             WHERE id = ?
            """;

    private static final String FORGET = """
            DELETE FROM staff_session
             WHERE expires_at < clock_timestamp() - make_interval(secs => ?)
            """;

    private final Database database;

    StaffSessionStore(Database database) {
        this.database = database;
    }

    void add(StaffSession session, UUID staff, boolean limited) {
        database.update(ADD, session.id(), staff, session.startedAt(), session.lastSeenAt(), session.expiresAt(),
                limited, session.device(), session.network());
    }

    /** The latest first. */
    List<StaffSession> list(UUID staff, UUID current) {
        return database.list(LIST, row -> new StaffSession(row.uuid("id"), row.instant("started_at"),
                row.instant("last_seen_at"), row.instant("expires_at"), row.text("device"), row.text("network"),
                row.flag("current")), current, staff);
    }

    /** Whether there was such a session. */
    boolean end(UUID staff, UUID session) {
        return database.update(END, staff, session) > 0;
    }

    /** How many there were, but for the one that is kept. */
    int endAllBut(UUID staff, Optional<UUID> kept) {
        return database.update(END_OTHERS, staff, kept);
    }

    List<EndedSession> untold(int most) {
        return database.list(UNTOLD, row -> new EndedSession(row.uuid("id"),
                Duration.ofSeconds(Math.max(1, row.longNumber("seconds_left")))), most);
    }

    void told(UUID session) {
        database.update(TOLD, session);
    }

    void forget(Duration olderThan) {
        database.update(FORGET, (double) olderThan.toSeconds());
    }

    /** A session that ended before its time, and how long that must be remembered. */
    record EndedSession(UUID id, Duration left) {}
}
