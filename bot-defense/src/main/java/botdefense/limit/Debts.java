package botdefense.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this process has let through without asking the store. Somebody who takes one or two tokens out of a full
 * bucket has refilled it before it matters, so the store need not hear of it: a debt is forgotten at the pace at which
 * the bucket refills. Whoever wants more at once pays the whole debt to the store, and is counted there from then on,
 * until there was quiet for long enough. Bounded; of the forgotten ones the oldest go first.
 */
final class Debts {

    private final double most;
    private final Duration refill;
    private final InstantSource clock;
    private final Map<String, Debt> debts;

    /** @param counted whether the store has been told, and must be asked until there was quiet */
    private record Debt(double owed, Instant at, boolean counted) {}

    /**
     * @param most   tokens one may owe
     * @param refill how long the bucket takes for one token
     */
    Debts(int most, Duration refill, int mostKept, InstantSource clock) {
        this.most = most;
        this.refill = refill;
        this.clock = clock;
        debts = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Debt> eldest) {
                return size() > mostKept;
            }
        };
    }

    /** Whether one more may be owed without asking the store. */
    synchronized boolean mayOwe(String key) {
        var debt = present(key);
        return debt == null || !debt.counted() && debt.owed() + 1 <= most;
    }

    /** Whether one more is owed now, and the store need not be asked. */
    synchronized boolean oweIfAllowed(String key) {
        var allowed = mayOwe(key);
        if (allowed) {
            owe(key);
        }
        return allowed;
    }

    /** One more is owed. */
    synchronized void owe(String key) {
        var debt = present(key);
        debts.put(key, debt == null
                ? new Debt(1, clock.instant(), false)
                : new Debt(debt.owed() + 1, clock.instant(), debt.counted()));
    }

    /** What the store must be told together with the next token. From now on it is told of every one. */
    synchronized int charge(String key) {
        var debt = present(key);
        debts.put(key, new Debt(0, clock.instant(), true));
        return debt == null ? 0 : (int) Math.ceil(debt.owed());
    }

    /** The store refused, or did not answer: what it was to be told is owed again. */
    synchronized void giveBack(String key, int charged) {
        var debt = present(key);
        debts.put(key, new Debt(charged + (debt == null ? 0 : debt.owed()), clock.instant(), true));
    }

    /** The debt as time has left it; null when it is forgotten. */
    private Debt present(String key) {
        var debt = debts.get(key);
        if (debt == null) {
            return null;
        }
        var refilled = Duration.between(debt.at(), clock.instant()).toMillis() / (double) refill.toMillis();
        var left = debt.owed() - refilled;
        // Whoever is counted by the store stays so until a bucket emptied by as much as may be owed were full again.
        if (left <= 0 && (!debt.counted() || refilled >= most)) {
            debts.remove(key);
            return null;
        }
        return debt.counted()
                ? new Debt(Math.max(0, left), debt.at(), true)
                : new Debt(left, clock.instant(), false);
    }
}
