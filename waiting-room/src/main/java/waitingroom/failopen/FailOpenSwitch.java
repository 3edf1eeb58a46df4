package waitingroom.failopen;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.audit.AuditStore;
import waitingroom.schedule.Ticker;
import waitingroom.store.StoreUnavailableException;

/**
 * Whether fans may be let in while the store is away. Off unless an operator says so, and off again by itself. Every
 * instance knows it by heart, because it is needed just when nobody can be asked: it spreads through the store while
 * there is one, else only the instance that was told knows.
 */
@Singleton
public class FailOpenSwitch {

    private static final Logger LOG = Logger.getLogger(FailOpenSwitch.class);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final FailOpenStore store;
    private final AuditStore audit;
    private Ticker ticker;
    private volatile Opening latest = Opening.NEVER;

    FailOpenSwitch(FailOpenStore store, AuditStore audit) {
        this.store = store;
        this.audit = audit;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "fail-open-switch", this::spread);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    /** The operator's word, if it says now that fans may be let in without the store. */
    public Optional<Opening> openAt(Instant now) {
        return Optional.of(latest).filter(opening -> opening.isOpenAt(now));
    }

    /** Switches; whether the other instances know of it, too. */
    boolean set(Opening wish) {
        latest = wish;
        LOG.warnf("fail-open switched since=%s until=%s staff=%s", wish.since(), wish.until(), wish.staff());
        try {
            spread();
            return true;
        } catch (StoreUnavailableException away) {
            return false; // told when the store is back; until then this instance alone acts on it
        }
    }

    private synchronized void spread() {
        var known = store.read();
        var mine = latest;
        if (known.since().isAfter(mine.since())) {
            latest = known;
        } else if (mine.since().isAfter(known.since())) {
            store.write(mine);
            audit.add(mine.staff(), mine.isOpenAt(mine.since()) ? "fail-open-on" : "fail-open-off", "", "",
                    "from %s until %s: %s".formatted(mine.since(), mine.until(), mine.reason()));
        }
    }
}
