package waitingroom.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import waitingroom.store.StoreUnavailableException;

/**
 * Repeats one piece of work with a pause in between, on a thread of its own. Work that fails is tried again at the
 * next tick; the log tells when it began to fail and when it works again, not every tick between.
 */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService executor;
    private boolean failing;

    private Ticker(String name, Runnable work) {
        this.name = name;
        this.work = work;
        this.executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    public static Ticker every(Duration pause, String name, Runnable work) {
        var ticker = new Ticker(name, work);
        ticker.executor.scheduleWithFixedDelay(ticker::tick, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    /** Does the work for all of them, even if the store is away for some, as one shard of a cluster may be. */
    public static <T> void each(Iterable<T> all, Consumer<T> work) {
        StoreUnavailableException away = null;
        for (var one : all) {
            try {
                work.accept(one);
            } catch (StoreUnavailableException e) {
                away = e;
            }
        }
        if (away != null) {
            throw away;
        }
    }

    private void tick() {
        try {
            work.run();
            if (failing) {
                failing = false;
                LOG.infof("job works again job=%s", name);
            }
        } catch (StoreUnavailableException e) {
            note(() -> LOG.warnf("job waits for the store job=%s cause=%s", name, e.getMessage()));
        } catch (RuntimeException e) {
            note(() -> LOG.errorf(e, "job fails and will be tried again job=%s", name));
        }
    }

    private void note(Runnable log) {
        if (!failing && !executor.isShutdown()) {
            failing = true;
            log.run();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
