package ticketing.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.outbox.Outbox.EndReason;

/** Ends sessions whose time is over, so that the waiting room hears of it, and forgets what need not be remembered. */
@ApplicationScoped
class TidySessions {

    private static final int BATCH = 200;

    private final SessionStore sessions;
    private final SessionBook book;
    private final AdmissionConfig config;

    TidySessions(SessionStore sessions, SessionBook book, AdmissionConfig config) {
        this.sessions = sessions;
        this.book = book;
        this.config = config;
    }

    /** How many were over; as many as a batch holds means there may be more. */
    @Transactional
    int endOver() {
        var over = sessions.lockOver(BATCH);
        over.forEach(session -> book.end(session, EndReason.OVER));
        return over.size();
    }

    @Transactional
    void prune() {
        sessions.prune(config.proofsRemembered(), config.admissionsRemembered());
    }
}
