package botdefense.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/**
 * The limits of this process alone, for as long as the store does not answer (B5): fans are let on, nobody without
 * bounds. Says once that it took over, and once that it is over.
 */
@Singleton
class LocalLimits {

    private static final Logger LOG = Logger.getLogger(LocalLimits.class);

    private final Map<String, Bucket> buckets;
    private final MeterRegistry metrics;
    private boolean active;

    LocalLimits(LimitConfig config, MeterRegistry metrics) {
        this.metrics = metrics;
        buckets = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > config.mostKeptLocally();
            }
        };
    }

    /** Zero when a token was taken, else how long until there is one. */
    synchronized Duration take(String limit, String key, BucketConfiguration configuration, Throwable cause) {
        metrics.counter("defense.limits.local", "limit", limit).increment();
        if (!active) {
            active = true;
            LOG.warnf("store does not answer, limits are local now cause=%s", cause.getClass().getSimpleName());
        }
        var probe = buckets.computeIfAbsent(limit + ":" + key, ignored -> bucket(configuration))
                .tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }

    /** The store answered. */
    synchronized void rest() {
        if (active) {
            active = false;
            buckets.clear();
            LOG.info("store answers again, limits are shared again");
        }
    }

    private static Bucket bucket(BucketConfiguration configuration) {
        var builder = Bucket.builder();
        for (var bandwidth : configuration.getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        return builder.build();
    }
}
