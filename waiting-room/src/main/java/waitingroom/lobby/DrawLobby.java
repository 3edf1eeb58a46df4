package waitingroom.lobby;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.draw.Commitment;
import waitingroom.draw.Draw;
import waitingroom.draw.Seeds;
import waitingroom.fairness.FairnessLog;
import waitingroom.release.StoredRelease;

/**
 * Draws a lobby when its time has come. Every step may be taken by any instance, twice, or by one after another died
 * in the middle: the lobby closes once, its root and the seed follow from what is stored, and the reveal is one write.
 */
@Singleton
class DrawLobby {

    private static final Logger LOG = Logger.getLogger(DrawLobby.class);
    private static final int BATCH = 1_000;

    private final LobbyStore store;
    private final FairnessLog log;
    private final Seeds seeds;
    private final LobbyPlaces places;

    DrawLobby(LobbyStore store, FairnessLog log, Seeds seeds, LobbyPlaces places) {
        this.store = store;
        this.log = log;
        this.seeds = seeds;
        this.places = places;
    }

    void drawIfDue(StoredRelease stored) {
        var remembered = places.remembered(stored);
        if (remembered.isPresent()) {
            // The store has lost its last moments. What was revealed stays as it was.
            store.reveal(remembered.get());
        } else if (store.close(stored.id()) instanceof Lobby.Closed closed) {
            draw(stored, closed);
        }
    }

    private void draw(StoredRelease stored, Lobby.Closed closed) {
        var seed = seeds.of(stored.id(), stored.incarnation());
        if (!new Commitment(stored.commitment()).isOpenedBy(seed)) {
            LOG.errorf("lobby cannot be drawn, the secret is not the one of the commitment release=%s", stored.id());
            return;
        }
        var beacon = store.beacon(stored.id());
        if (beacon.isAwaited()) {
            return;
        }
        var root = log.rootAt(stored.id(), closed.treeSize());
        var drawn = new Lobby.Drawn(new Draw(stored.id(), seed, root, closed.size(),
                beacon.value().orElse("")), closed.treeSize());
        giveUpPlaces(drawn.draw());
        store.reveal(drawn);
        giveUpPlaces(drawn.draw());
        places.remember(stored, drawn);
        LOG.infof("lobby drawn release=%s size=%d", stored.id(), closed.size());
    }

    /**
     * Who left the lobby leaves the place that was drawn, too. Done before the places are known, so that none of them
     * is called, and once more for those who left in between.
     */
    private void giveUpPlaces(Draw draw) {
        var indexes = store.givenUp(draw.release());
        for (var from = 0; from < indexes.size(); from += BATCH) {
            store.giveUp(draw.release(), placesOf(draw, indexes.subList(from, Math.min(from + BATCH, indexes.size()))));
        }
    }

    private static List<Long> placesOf(Draw draw, List<Long> indexes) {
        var permutation = draw.permutation();
        return indexes.stream().map(permutation::placeOf).toList();
    }
}
