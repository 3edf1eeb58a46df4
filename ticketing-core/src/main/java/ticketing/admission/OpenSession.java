package ticketing.admission;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.secret.Digest;

/** Lets anybody into the shop of an event that is not gated. */
@ApplicationScoped
class OpenSession {

    private final AdmissionStore admissions;
    private final SessionStore sessions;
    private final AdmissionConfig config;

    OpenSession(AdmissionStore admissions, SessionStore sessions, AdmissionConfig config) {
        this.admissions = admissions;
        this.sessions = sessions;
        this.config = config;
    }

    @Transactional
    ExchangeOutcome open(String eventId, Optional<String> keyThumbprint) {
        var event = admissions.event(eventId);
        if (event.isEmpty()) {
            return new ExchangeOutcome.UnknownEvent();
        }
        if (event.get().gated()) {
            return new ExchangeOutcome.AdmissionRequired();
        }
        var secret = SessionSecret.next();
        var session = new ShoppingSession(UUID.randomUUID(), eventId, Optional.empty(), keyThumbprint,
                config.ungatedOrders(), event.get().seatsPerBuyer(),
                event.get().now().plus(config.ungatedSession()), true);
        sessions.open(session, Digest.of(secret));
        return new ExchangeOutcome.Entered(secret, session);
    }
}
