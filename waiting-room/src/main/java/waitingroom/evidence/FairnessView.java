package waitingroom.evidence;

import java.util.Optional;

import waitingroom.draw.Draw;
import waitingroom.fairness.SignedHead;
import waitingroom.lobby.Beacon;
import waitingroom.lobby.Lobby;
import waitingroom.release.Release.Policy;
import waitingroom.release.StoredRelease;

/**
 * What anybody needs to check a release; null is what is not there, or not there yet.
 *
 * @param beaconSource which public value is mixed into the draw, as it was announced beforehand
 */
record FairnessView(String release, Policy policy, String rule, String commitment, String seed, Long lobbySize,
        String lobbyRoot, Long lobbyTreeSize, String beaconSource, String beacon, String treeHead, long treeSize) {

    static FairnessView of(StoredRelease stored, Lobby lobby, Beacon beacon, Optional<SignedHead> head) {
        var jws = head.map(SignedHead::jws).orElse(null);
        var size = head.map(SignedHead::size).orElse(0L);
        var id = stored.id();
        if (stored.release().policy() == Policy.FIFO) {
            return new FairnessView(id, Policy.FIFO, null, null, null, null, null, null, null, null, jws, size);
        }
        var promise = stored.commitment();
        var source = beacon.source().orElse(null);
        return switch (lobby) {
            case Lobby.Open open ->
                new FairnessView(id, Policy.DRAW, Draw.RULE, promise, null, null, null, null, source, null, jws, size);
            case Lobby.Closed(long lobbySize, long treeSize) ->
                new FairnessView(id, Policy.DRAW, Draw.RULE, promise, null, lobbySize, null, treeSize, source,
                        beacon.value().orElse(null), jws, size);
            case Lobby.Drawn(Draw draw, long treeSize) ->
                new FairnessView(id, Policy.DRAW, Draw.RULE, promise, draw.seed().hex(), draw.lobbySize(),
                        draw.lobbyRoot(), treeSize, source, draw.beacon().isEmpty() ? null : draw.beacon(), jws, size);
        };
    }
}
