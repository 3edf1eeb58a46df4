package ticketing.outbox;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lets one instance at a time do a task. A holder that dies loses the lease by time. */
@ApplicationScoped
public class TaskLeases {

    private final TaskLeaseStore store;
    private final UUID holder = UUID.randomUUID();

    TaskLeases(TaskLeaseStore store) {
        this.store = store;
    }

    /** Takes or renews the lease; false when another instance has it. */
    @Transactional
    public boolean take(String task, Duration length) {
        return store.take(task, holder, length);
    }
}
