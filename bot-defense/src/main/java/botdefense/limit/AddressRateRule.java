package botdefense.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.guard.Finding;
import botdefense.guard.Inquiry;
import botdefense.guard.Rule;
import io.github.bucket4j.BucketConfiguration;
import io.smallrye.mutiny.Uni;

/** How often an address joins, seen against how many browsers are behind it. Other actions cost an admission anyway. */
@Singleton
public class AddressRateRule implements Rule {

    private static final String ID = "address-rate";
    private static final String STORE_CLOCK = "";
    /** Both steps of joining and a retry or two. */
    private static final int MOST_OWED = 5;

    private final AddressLimitStore store;
    private final LocalLimits local;
    private final BucketConfiguration localLimit;
    private final Debts debts;

    AddressRateRule(AddressLimitStore store, LocalLimits local, LimitConfig config, InstantSource clock) {
        this.store = store;
        this.local = local;
        debts = new Debts(Math.min(MOST_OWED, config.address().joinsAtOnce() / 2),
                Duration.ofMinutes(1).dividedBy(config.address().joinsPerMinute()), config.mostKeptLocally(), clock);
        localLimit = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(config.address().joinsAtOnce())
                        .refillGreedy(config.address().joinsPerMinute(), Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public boolean mustAsk(Inquiry inquiry) {
        return inquiry.action() == Action.JOIN && !debts.oweIfAllowed(inquiry.address().subscriber());
    }

    @Override
    public Uni<Optional<Finding>> examine(Inquiry inquiry) {
        var subscriber = inquiry.address().subscriber();
        var owed = debts.charge(subscriber);
        return store.take(subscriber, 1 + owed, inquiry.deviceKey(), STORE_CLOCK)
                .invoke(wait -> {
                    local.rest();
                    if (!wait.isZero()) {
                        debts.giveBack(subscriber, owed);
                    }
                })
                .onFailure().invoke(() -> debts.giveBack(subscriber, owed))
                .onFailure().recoverWithItem(cause -> takeLocally(inquiry, cause))
                .map(wait -> wait.isZero()
                        ? Optional.empty()
                        : Optional.of(Finding.ofLimit(ID, "joins of this address beyond its limit", wait)));
    }

    /** Without the store the keys behind an address cannot be counted together, so each has a bucket of its own. */
    private Duration takeLocally(Inquiry inquiry, Throwable cause) {
        var key = inquiry.address().subscriber() + inquiry.deviceKey().map(device -> ":" + device).orElse("");
        return local.take(ID, key, localLimit, cause);
    }
}
