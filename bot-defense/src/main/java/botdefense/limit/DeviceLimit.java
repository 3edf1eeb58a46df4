package botdefense.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

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
@Singleton
public class DeviceLimit {

    private static final String ID = "device-rate";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final DeviceLimitStore store;
    private final LocalLimits local;
    private final Guard guard;
    private final ClientRequest client;
    private final BucketConfiguration limit;
    private final Debts debts;

    DeviceLimit(DeviceLimitStore store, LocalLimits local, Guard guard, ClientRequest client, LimitConfig config,
            InstantSource clock) {
        this.store = store;
        this.local = local;
        this.guard = guard;
        this.client = client;
        var most = config.device().newPlacesPerMinute();
        debts = new Debts(1, A_MINUTE.dividedBy(most), config.mostKeptLocally(), clock);
        limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build();
    }

    /** Whether the device may have a new place without asking the store: it took none here lately. */
    public boolean isQuiet(String thumbprint) {
        return debts.mayOwe(thumbprint);
    }

    /** A quiet device has got a new place. */
    public void owe(String thumbprint) {
        debts.owe(thumbprint);
    }

    /** Takes one new place for the device; to be called within a request. */
    public Uni<LimitOutcome> take(String thumbprint) {
        var inquiry = Inquiry.of(Action.JOIN, client.address(), Optional.of(thumbprint));
        if (guard.isAllowListed(inquiry)) {
            return Uni.createFrom().item(new LimitOutcome.Taken());
        }
        var owed = debts.charge(thumbprint);
        return store.take(thumbprint, 1 + owed, limit)
                .map(DeviceLimit::waitOf)
                .invoke(wait -> {
                    local.rest();
                    if (!wait.isZero()) {
                        debts.giveBack(thumbprint, owed);
                    }
                })
                .onFailure().invoke(() -> debts.giveBack(thumbprint, owed))
                .onFailure().recoverWithItem(cause -> local.take(ID, thumbprint, limit, cause))
                .map(wait -> outcome(inquiry, wait));
    }

    private LimitOutcome outcome(Inquiry inquiry, Duration wait) {
        if (wait.isZero()) {
            return new LimitOutcome.Taken();
        }
        var found = Finding.ofLimit(ID, "new places of this device beyond its limit", wait);
        return guard.judge(inquiry, List.of(found)).refusal()
                .<LimitOutcome>map(LimitOutcome.Refused::new)
                .orElseGet(LimitOutcome.Taken::new);
    }

    private static Duration waitOf(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }
}
