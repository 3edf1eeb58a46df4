package e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process will do; the only place of these tests that lets time pass. */
final class Await {

    private static final Duration STEP = Duration.ofMillis(100);

    private Await() {}

    /** Asks again every 100 ms until {@code condition} holds; fails, naming {@code what}, when it never does. */
    static void until(Duration within, String what, Callable<Boolean> condition) {
        until(within, STEP, what, condition);
    }

    /** As {@link #until(Duration, String, Callable)}, at a calmer step. */
    static void until(Duration within, Duration step, String what, Callable<Boolean> condition) {
        var deadline = System.nanoTime() + within.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + within + ": " + what);
            }
            pause(step);
        }
    }

    /** Keeps to a pause that the service asked for, such as {@code retryAfterMillis}. */
    static void pause(Duration asked) {
        LockSupport.parkNanos(asked.toNanos());
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
