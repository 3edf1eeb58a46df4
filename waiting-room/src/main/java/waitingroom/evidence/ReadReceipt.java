package waitingroom.evidence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import waitingroom.fairness.FairnessLog;
import waitingroom.fairness.FindEntry;
import waitingroom.fairness.Pseudonyms;
import waitingroom.fairness.SignedHead;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.queue.QueuePlace;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Makes a receipt, as soon as a signed tree head covers the place. */
@Singleton
class ReadReceipt {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_ATTEMPTS = 20;

    private final FairnessLog log;
    private final FindEntry findEntry;
    private final LobbyPlaces lobbies;
    private final Pseudonyms pseudonyms;

    ReadReceipt(FairnessLog log, FindEntry findEntry, LobbyPlaces lobbies, Pseudonyms pseudonyms) {
        this.log = log;
        this.findEntry = findEntry;
        this.lobbies = lobbies;
        this.pseudonyms = pseudonyms;
    }

    /** Waits a few seconds for whoever has just joined; empty if there is no signature then either. */
    Optional<Receipt> read(StoredRelease stored, Visitor visitor, QueuePlace place) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var receipt = entryOf(stored, place).flatMap(entry -> log.head(stored.id())
                    .filter(head -> entry.index() < head.size()).map(head -> receipt(stored, visitor, entry, head)));
            if (receipt.isPresent()) {
                return receipt;
            }
            pause();
        }
        return Optional.empty();
    }

    /** Who was in the lobby is in the log with the index the place was drawn from. */
    private Optional<FairnessLog.Entry> entryOf(StoredRelease stored, QueuePlace place) {
        var index = place.lobbyIndex().isPresent()
                ? place.lobbyIndex()
                : lobbies.indexOf(stored, place.place().getAsLong());
        return index.isPresent()
                ? findEntry.ofLobbyIndex(stored.id(), index.getAsLong())
                : findEntry.ofPlace(stored.id(), place.place().getAsLong());
    }

    private Receipt receipt(StoredRelease stored, Visitor visitor, FairnessLog.Entry entry, SignedHead head) {
        return new Receipt(entry.line(), entry.index(), log.auditPath(stored.id(), entry.index(), head.size()),
                head.jws(), head.size(), visitor.id(), pseudonyms.of(stored.incarnation(), visitor.id()).nonce());
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {},
                CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)).join();
    }
}
