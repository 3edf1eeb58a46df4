package ticketing.waitinglist;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.admission.HandedSession;
import ticketing.admission.SessionBook;

/** What a fan does with a place in the line, for whoever has its secret. */
@ApplicationScoped
class ManageEntry {

    private final WaitingStore store;
    private final WaitingSecret secrets;
    private final SessionBook sessions;

    ManageEntry(WaitingStore store, WaitingSecret secrets, SessionBook sessions) {
        this.store = store;
        this.secrets = secrets;
        this.sessions = sessions;
    }

    @Transactional
    Optional<WaitingEntry> find(UUID id, String secret) {
        return secrets.opens(id, secret) ? store.find(id) : Optional.empty();
    }

    @Transactional
    long ahead(WaitingEntry entry) {
        return store.ahead(entry.wish());
    }

    @Transactional
    void leave(UUID id) {
        store.leave(id);
    }

    /**
     * Hands the session that holds the seats to a browser, bound to its key if it has one. Asked for again, it moves to
     * whoever asked last, so that a link opened on another device works.
     */
    @Transactional
    Optional<HandedSession> claim(WaitingEntry.Offered entry, Optional<String> keyThumbprint) {
        return sessions.handOver(entry.session(), keyThumbprint);
    }
}
