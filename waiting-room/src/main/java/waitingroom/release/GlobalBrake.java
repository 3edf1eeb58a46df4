package waitingroom.release;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.audit.AuditStore;
import waitingroom.release.BrakeStore.Pulled;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Phase;
import waitingroom.staff.Staff;

/**
 * Holds every release with one word, and lets go on exactly those that it holds.
 *
 * <pre>
 *   off ──pull: each AUTO or DRAIN becomes HOLD──▶ on ──let go: each becomes what it was──▶ off
 * </pre>
 *
 * A release that was held before stays held after. One that staff meanwhile set otherwise, or held for a reason of its
 * own, is left as they set it. What is held is written down before it is held, so that a step cut short can be repeated.
 */
@Singleton
public class GlobalBrake {

    private static final Logger LOG = Logger.getLogger(GlobalBrake.class);

    private final BrakeStore store;
    private final ReleaseStore releases;
    private final PlanRelease planRelease;
    private final AuditStore audit;
    private final InstantSource clock;

    GlobalBrake(BrakeStore store, ReleaseStore releases, PlanRelease planRelease, AuditStore audit,
            InstantSource clock) {
        this.store = store;
        this.releases = releases;
        this.planRelease = planRelease;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it stands. */
    public View read() {
        return store.pulled().map(pulled -> new View(true, pulled.since(), pulled.staff(), pulled.reason(),
                List.copyOf(store.held().keySet()))).orElseGet(View::off);
    }

    /** Pulled once more, it holds what has been opened since; the first reason stays, for it tells whom to let go. */
    View pull(String reason, Staff staff) {
        var now = clock.instant();
        var pulled = store.pulled().orElseGet(() -> new Pulled(now, staff.id(), reason));
        store.pull(pulled);
        var held = new ArrayList<String>();
        for (var stored : releases.findAll()) {
            if (isMoving(stored, now)) {
                store.remember(stored.id(), stored.release().mode());
                if (set(stored.id(), Mode.HOLD, pulled.reason(), staff)) {
                    held.add(stored.id());
                } else {
                    store.forget(stored.id());
                }
            }
        }
        audit.add(staff.id(), "brake-on", "", "", "holds " + held + ": " + pulled.reason());
        LOG.warnf("global brake pulled releases=%d staff=%s", held.size(), staff.id());
        return read();
    }

    /** Lets go on what the brake holds; which those were, tells the trail. */
    View letGo(Staff staff) {
        var pulled = store.pulled();
        var moving = new ArrayList<String>();
        var leftAlone = new ArrayList<String>();
        for (Map.Entry<String, Mode> held : store.held().entrySet()) {
            var isOurs = releases.find(held.getKey()).filter(stored -> isHeldBy(pulled, stored)).isPresent()
                    && set(held.getKey(), held.getValue(), "", staff);
            (isOurs ? moving : leftAlone).add(held.getKey());
            store.forget(held.getKey());
        }
        store.letGo();
        if (pulled.isPresent()) {
            audit.add(staff.id(), "brake-off", "", "", "lets go " + moving + ", leaves alone " + leftAlone);
            LOG.warnf("global brake let go releases=%d leftAlone=%d staff=%s", moving.size(), leftAlone.size(),
                    staff.id());
        }
        return View.off();
    }

    /** False when the release is gone meanwhile. */
    private boolean set(String release, Mode mode, String reason, Staff staff) {
        var wish = new ModeChange(mode, Optional.of(reason), Optional.empty());
        return planRelease.setMode(release, wish, staff) instanceof PlanOutcome.Changed;
    }

    private static boolean isMoving(StoredRelease stored, Instant now) {
        var mode = stored.release().mode();
        return (mode == Mode.AUTO || mode == Mode.DRAIN) && stored.phaseAt(now) != Phase.CLOSED;
    }

    private static boolean isHeldBy(Optional<Pulled> pulled, StoredRelease stored) {
        return stored.release().mode() == Mode.HOLD
                && pulled.map(Pulled::reason).filter(stored.reason()::equals).isPresent();
    }

    /** @param held the releases it holds */
    public record View(boolean on, Instant since, String staff, String reason, List<String> held) {

        static View off() {
            return new View(false, null, null, null, List.of());
        }
    }
}
