package waitingroom.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.queue.Admission;
import waitingroom.queue.QueuePlace;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/**
 * Lets fans in while the store is away, when an operator has said so, and remembers whom, to tell the store later.
 * Each instance minds {@code maxActive} by itself; that nobody gets in twice is sure, because every instance and
 * the store give one visitor at one place the same {@code jti}.
 */
@Singleton
class AdmitWithoutStore {

    private static final Logger LOG = Logger.getLogger(AdmitWithoutStore.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AdmissionConfig config;
    private final SignAdmission sign;
    private final InstantSource clock;
    private final Map<String, Untold> untold = new ConcurrentHashMap<>();

    AdmitWithoutStore(AdmissionConfig config, SignAdmission sign, InstantSource clock) {
        this.config = config;
        this.sign = sign;
        this.clock = clock;
    }

    synchronized ClaimOutcome claim(StoredRelease stored, Visitor visitor, QueuePlace place) {
        return switch (place.state()) {
            case CALLED -> admit(stored, visitor, place.place().getAsLong());
            case LOBBY, WAITING, ADMITTED, REVIEW, EXPIRED, LEFT, DONE, MOVED -> new ClaimOutcome.NotCalled();
        };
    }

    private ClaimOutcome admit(StoredRelease stored, Visitor visitor, long place) {
        var now = clock.instant();
        var jti = place + "." + sign.idOf(stored, visitor);
        var known = untold.get(jti);
        if (known == null) {
            if (alive(stored, now) >= stored.release().maxActive()) {
                return new ClaimOutcome.GateFull(PAUSE);
            }
            var admission = admission(stored, jti, now);
            known = new Untold(stored.id(), stored.incarnation(), place, admission,
                    sign.token(stored, visitor, place, admission));
            untold.put(jti, known);
            LOG.warnf("admitted without the store release=%s place=%d", stored.id(), place);
        }
        var admission = known.admission();
        return now.isBefore(admission.expiresAt())
                ? new ClaimOutcome.Admitted(known.token(), admission.issuedAt(), admission.expiresAt(),
                        ClaimOutcome.shopOf(stored.release().eventId()))
                : new ClaimOutcome.CallExpired();
    }

    private long alive(StoredRelease stored, Instant now) {
        return untold.values().stream().filter(one -> one.incarnation().equals(stored.incarnation()))
                .filter(one -> now.isBefore(one.admission().endsAt())).count();
    }

    private Admission admission(StoredRelease stored, String jti, Instant now) {
        var issued = now.truncatedTo(ChronoUnit.SECONDS);
        var end = issued.plusSeconds(stored.release().admissionSeconds());
        var expires = issued.plus(config.longestToken());
        return new Admission(jti, issued, expires.isBefore(end) ? expires : end, end);
    }

    /** Whom the store has not been told of. */
    Collection<Untold> untold() {
        return List.copyOf(untold.values());
    }

    void told(Untold admission) {
        untold.remove(admission.admission().jti());
    }

    /** An admission that the store does not know. */
    record Untold(String release, String incarnation, long place, Admission admission, String token) {}
}
