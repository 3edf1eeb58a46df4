package botdefense.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.Action;
import botdefense.client.ClientRequest;
import botdefense.guard.Finding;
import botdefense.guard.Guard;
import botdefense.guard.Inquiry;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.mutiny.Uni;

/**
 * How many new places one device key takes a minute. Asked only when a new place is about to be given: a retry of the
 * same join costs nothing.
 */
@ApplicationScoped
public class DeviceLimit {

    private static final String ID = "device-rate";

    private final DeviceLimitStore store;
    private final LocalLimits local;
    private final Guard guard;
    private final ClientRequest client;
    private final BucketConfiguration limit;

    DeviceLimit(DeviceLimitStore store, LocalLimits local, Guard guard, ClientRequest client, LimitConfig config) {
        this.store = store;
        this.local = local;
        this.guard = guard;
        this.client = client;
        var most = config.device().newPlacesPerMinute();
        limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build();
    }

    /** Takes one new place for the device; to be called within a request. */
    public Uni<LimitOutcome> take(String thumbprint) {
        var inquiry = new Inquiry(Action.JOIN, client.address(), Optional.of(thumbprint));
        return store.take(thumbprint, limit)
                .map(DeviceLimit::waitOf)
                .invoke(local::rest)
                .onFailure().recoverWithItem(cause -> local.take(ID, thumbprint, limit, cause))
                .map(wait -> outcome(inquiry, wait));
    }

    private LimitOutcome outcome(Inquiry inquiry, Duration wait) {
        if (wait.isZero()) {
            return new LimitOutcome.Taken();
        }
        var found = new Finding(ID, "rate", "new places of this device beyond its limit", wait);
        return guard.judge(inquiry, List.of(found)).refusal()
                .<LimitOutcome>map(LimitOutcome.Refused::new)
                .orElseGet(LimitOutcome.Taken::new);
    }

    private static Duration waitOf(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }
}
