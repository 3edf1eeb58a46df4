package ticketing.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.money.Money;

/**
 * Tells the waiting room what is left per tier of every gated event on sale: fans shall see it before they wait. Every
 * instance tells the same; what did not change is repeated only now and then, for a store that lost it.
 */
@ApplicationScoped
class PublishTiersJob {

    private static final Logger LOG = Logger.getLogger(PublishTiersJob.class);

    private final LiveEvents live;
    private final TierStore tiers;
    private final AvailabilityJson json;
    private final AvailabilityConfig config;
    private final InstantSource clock;
    private final Map<String, Published> published = new HashMap<>();

    PublishTiersJob(LiveEvents live, TierStore tiers, AvailabilityJson json,
            AvailabilityConfig config, InstantSource clock) {
        this.live = live;
        this.tiers = tiers;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publish() {
        try {
            var events = live.gatedOnSale();
            published.keySet().retainAll(new HashSet<>(events));
            events.forEach(this::publish);
        } catch (RuntimeException e) {
            published.clear();
            LOG.debugf("tiers not published cause=%s", e.getClass().getName());
        }
    }

    private void publish(String id) {
        var now = clock.instant();
        live.find(id).ifPresent(event -> {
            var current = json.write(event.tiers(now).stream().map(Left::of).toList());
            var last = published.get(id);
            if (last == null || !last.tiers().equals(current) || last.at().isBefore(now.minus(config.repeatTiers()))) {
                tiers.publish(id, current);
                published.put(id, new Published(current, now));
            }
        });
    }

    private record Published(String tiers, Instant at) {}

    private record Left(String name, Money from, long left) {

        static Left of(Snapshot.Tier tier) {
            return new Left(tier.name(), tier.price(), tier.free());
        }
    }
}
