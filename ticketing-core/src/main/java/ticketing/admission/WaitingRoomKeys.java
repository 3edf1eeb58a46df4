package ticketing.admission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import com.nimbusds.jose.jwk.JWKSet;
import org.jboss.logging.Logger;

/**
 * The keys that sign admissions, as last seen. Tokens are verified without asking anybody; the keys are fetched when
 * one is unknown, or when they are old. While the waiting room is away the last ones stay good (W8).
 */
@ApplicationScoped
class WaitingRoomKeys {

    private static final Logger LOG = Logger.getLogger(WaitingRoomKeys.class);

    private final KeySetSource source;
    private final AdmissionConfig config;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Seen seen = new Seen(new JWKSet(), Instant.EPOCH);
    private volatile Attempt lastAttempt = new Attempt(Instant.EPOCH, true);

    WaitingRoomKeys(KeySetSource source, AdmissionConfig config, InstantSource clock) {
        this.source = source;
        this.config = config;
        this.clock = clock;
    }

    /** The keys as last seen; old ones are fetched again in passing. */
    JWKSet known() {
        if (seen.at().plus(config.keysGoodFor()).isBefore(clock.instant())) {
            refresh();
        }
        return seen.keys();
    }

    /**
     * The keys after another look, because one was not known. Not more often than configured: between looks the answer
     * of the last one stands. Empty when the waiting room could not be asked, so that nothing can be said about the key.
     */
    Optional<JWKSet> lookAgain() {
        refresh();
        return lastAttempt.succeeded() ? Optional.of(seen.keys()) : Optional.empty();
    }

    /** Another look, so that a revoked key stops counting within seconds; not before there was a first one. */
    void renew() {
        if (seen.at().isAfter(Instant.EPOCH)) {
            refresh();
        }
    }

    /** Only one asks at a time; others wait for its answer instead of asking too. */
    private void refresh() {
        fetching.lock();
        try {
            var now = clock.instant();
            if (now.isBefore(lastAttempt.at().plus(config.keysNotFetchedWithin()))) {
                return;
            }
            lastAttempt = new Attempt(now, fetch(now));
        } finally {
            fetching.unlock();
        }
    }

    private boolean fetch(Instant now) {
        try {
            seen = new Seen(source.fetch(), now);
            return true;
        } catch (RuntimeException e) {
            // The last keys stay good; a token by a key we do not know is refused for the moment, not for ever.
            if (lastAttempt.succeeded()) {
                LOG.warnf("keys not fetched, the last ones stay good cause=%s", e.getClass().getSimpleName());
            }
            return false;
        }
    }

    private record Seen(JWKSet keys, Instant at) {}

    private record Attempt(Instant at, boolean succeeded) {}
}
