package ticketing.admission;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The session a browser is in. */
@ApplicationScoped
class CurrentSession {

    private final SessionDoor door;
    private final GiveUpSession giveUpSession;

    CurrentSession(SessionDoor door, GiveUpSession giveUpSession) {
        this.door = door;
        this.giveUpSession = giveUpSession;
    }

    @Transactional
    Optional<ShoppingSession> find(Shopper shopper) {
        return door.find(shopper);
    }

    @Transactional
    boolean leave(Shopper shopper) {
        return giveUpSession.leave(shopper);
    }
}
