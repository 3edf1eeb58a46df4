package ticketing.outbox;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Who does which task until when. */
@ApplicationScoped
class TaskLeaseStore {

    private static final String TAKE = """
            INSERT INTO task_lease AS lease (task, holder, held_until)
            VALUES (?, ?, clock_timestamp() + make_interval(secs => ?))
                ON CONFLICT (task) DO UPDATE
               SET holder = excluded.holder, held_until = excluded.held_until
             WHERE lease.holder = excluded.holder
                OR lease.held_until <= clock_timestamp()
            """;

    private final Database database;

    TaskLeaseStore(Database database) {
        this.database = database;
    }

    boolean take(String task, UUID holder, Duration length) {
        return database.update(TAKE, task, holder, (double) length.toMillis() / 1000) == 1;
    }
}
