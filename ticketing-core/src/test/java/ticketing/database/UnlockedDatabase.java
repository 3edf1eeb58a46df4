package ticketing.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/**
 * The database, whose row locks a test can take out for a while: a race that still ends well without them proves
 * nothing. What was read without a lock is acted upon a moment later, so that the others have read it too.
 */
@Alternative
@Priority(1)
@Singleton
public class UnlockedDatabase extends Database {

    private static final Duration A_MOMENT = Duration.ofMillis(3);

    private static volatile boolean unlocked;

    UnlockedDatabase(AgroalDataSource dataSource) {
        super(dataSource);
    }

    /** Runs something with no statement locking rows; not beside other tests. */
    public static <T> T withoutLocks(Callable<T> race) throws Exception {
        unlocked = true;
        try {
            return race.call();
        } finally {
            unlocked = false;
        }
    }

    @Override
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        if (!unlocked || !sql.contains("FOR UPDATE")) {
            return super.list(sql, reader, parameters);
        }
        var rows = super.list(sql.replace("FOR UPDATE SKIP LOCKED", "").replace("FOR UPDATE", ""), reader, parameters);
        LockSupport.parkNanos(A_MOMENT.toNanos());
        return rows;
    }
}
