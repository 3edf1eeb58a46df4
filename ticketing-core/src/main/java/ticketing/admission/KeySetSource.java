package ticketing.admission;

import java.text.ParseException;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.nimbusds.jose.jwk.JWKSet;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches the keys that sign admissions. A waiting room that is slow or away must not take the shop's threads along. */
@ApplicationScoped
class KeySetSource {

    private final WaitingRoomClient waitingRoom;

    KeySetSource(@RestClient WaitingRoomClient waitingRoom) {
        this.waitingRoom = waitingRoom;
    }

    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.7, delay = 3, delayUnit = ChronoUnit.SECONDS)
    JWKSet fetch() {
        try {
            return JWKSet.parse(waitingRoom.keys());
        } catch (ParseException e) {
            throw new IllegalStateException("the waiting room's keys are not a key set", e);
        }
    }
}
