package ticketing.admission;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import ticketing.outbox.Outbox.EndReason;
import ticketing.outbox.RevocationListener;

/** Ends a session before its time, because the fan leaves or the waiting room takes the admission back. */
@ApplicationScoped
class GiveUpSession implements RevocationListener {

    private final SessionStore sessions;
    private final SessionBook book;
    private final AdmissionStore admissions;
    private final Event<SessionGivenUp> givenUp;

    GiveUpSession(SessionStore sessions, SessionBook book, AdmissionStore admissions, Event<SessionGivenUp> givenUp) {
        this.sessions = sessions;
        this.book = book;
        this.admissions = admissions;
        this.givenUp = givenUp;
    }

    /** Whether there was such a session; leaving twice is no mistake. */
    @Transactional
    boolean leave(Shopper shopper) {
        var session = shopper.sessionDigest().flatMap(digest -> sessions.lock(digest, Optional.empty(), false))
                .map(SessionStore.Locked::session);
        session.ifPresent(this::giveUp);
        return session.isPresent();
    }

    /**
     * Burns the token first: if it was not exchanged yet it never will be, and if it is being exchanged right now this
     * waits for that and then finds its session.
     */
    @Override
    @Transactional
    public void revoked(String jti) {
        admissions.burn(jti);
        sessions.lockByAdmission(jti).ifPresent(this::giveUp);
    }

    private void giveUp(ShoppingSession session) {
        book.end(session, EndReason.LEFT);
        givenUp.fire(new SessionGivenUp(session.id()));
    }
}
