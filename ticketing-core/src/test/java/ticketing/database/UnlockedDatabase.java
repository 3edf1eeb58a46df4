package ticketing.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/**
 * The database, whose row locks a test can take out for a while: a race that still ends well without them proves
 * nothing. What was read without a lock is acted upon a moment later, so that the others have read it too. A claim that
 * locks and counts in one statement is cut in two: what was read is written, plus one.
 */
@Alternative
@Priority(1)
@Singleton
public class UnlockedDatabase extends Database {

    private static final Duration A_MOMENT = Duration.ofMillis(3);

    private static final Pattern LOCK = Pattern.compile("FOR UPDATE(?: OF \\w+)?(?: SKIP LOCKED)?");
    private static final Pattern CLAIM = Pattern
            .compile("(?s)UPDATE (\\w+)\\s+SET (\\w+) = \\2 \\+ 1\\s+WHERE (.+?)\\s+RETURNING (.+)");

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
        var claim = CLAIM.matcher(sql);
        if (unlocked && claim.find()) {
            return inTwo(claim, reader, parameters);
        }
        if (!unlocked || !LOCK.matcher(sql).find()) {
            return super.list(sql, reader, parameters);
        }
        var rows = super.list(LOCK.matcher(sql).replaceAll(""), reader, parameters);
        LockSupport.parkNanos(A_MOMENT.toNanos());
        return rows;
    }

    /** The parameters are those that name the row. */
    private <T> List<T> inTwo(Matcher claim, RowReader<T> reader, Object... parameters) {
        var table = claim.group(1);
        var counter = claim.group(2);
        var found = super.list("SELECT %s FROM %s WHERE %s".formatted(claim.group(4), table, claim.group(3)),
                row -> new Claimed<>(row.number(counter) + 1, reader.read(row)), parameters);
        LockSupport.parkNanos(A_MOMENT.toNanos());
        var names = Arrays.stream(claim.group(3).split("\\s+AND\\s+")).filter(part -> part.strip().endsWith("= ?"))
                .collect(Collectors.joining(" AND "));
        found.forEach(read -> super.update("UPDATE %s SET %s = %d WHERE %s".formatted(table, counter, read.counted(),
                names), parameters));
        return found.stream().map(Claimed::row).toList();
    }

    private record Claimed<T>(int counted, T row) {}
}
