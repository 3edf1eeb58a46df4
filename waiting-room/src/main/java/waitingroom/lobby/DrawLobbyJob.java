package waitingroom.lobby;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Ticker;

/** Looks for lobbies whose time has come, on every instance. */
@Singleton
class DrawLobbyJob {

    /** Everybody waits for the draw at its moment: within a tenth of a second somebody begins. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final DrawLobby drawLobby;
    private final ReleaseCatalog catalog;
    private final InstantSource clock;
    private Ticker ticker;

    DrawLobbyJob(DrawLobby drawLobby, ReleaseCatalog catalog, InstantSource clock) {
        this.drawLobby = drawLobby;
        this.catalog = catalog;
        this.clock = clock;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "draw-lobby",
                () -> Ticker.each(catalog.all().stream().filter(this::mayBeDue).toList(), drawLobby::drawIfDue));
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    /** Spares the store the rounds that cannot draw; the script decides, on the store's clock. */
    private boolean mayBeDue(StoredRelease stored) {
        return stored.isDrawPending() && !clock.instant().plus(CLOCKS_APART).isBefore(stored.release().opensAt());
    }
}
