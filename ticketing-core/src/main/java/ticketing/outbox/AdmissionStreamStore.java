package ticketing.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;

/** The two Redis streams between the core and the waiting room. */
@ApplicationScoped
class AdmissionStreamStore {

    private static final String REVOCATIONS = "waiting-room:revocations";
    private static final String GROUP = "ticketing-core";
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final StreamCommands<String, String, String> streams;
    private final OutboxConfig config;

    AdmissionStreamStore(RedisDataSource redis, OutboxConfig config) {
        this.streams = redis.stream(String.class, String.class, String.class);
        this.config = config;
    }

    void append(String stream, Map<String, String> fields) {
        var bounded = new XAddArgs().maxlen((long) config.streamLength()).nearlyExactTrimming();
        streams.xadd(stream, bounded, fields);
    }

    void appendWatermark(Instant at) {
        append(OutboxStore.ADMISSIONS, Map.of("type", "watermark", "at", Long.toString(at.toEpochMilli())));
    }

    /** Revocations nobody of our group has dealt with: first what a dead reader left, then what is new. */
    List<Revocation> revocations(String reader, int most) {
        createGroup();
        var abandoned = streams.xautoclaim(REVOCATIONS, GROUP, reader, ABANDONED_AFTER, "0", most).getMessages();
        if (!abandoned.isEmpty()) {
            return abandoned.stream().map(AdmissionStreamStore::toRevocation).toList();
        }
        return streams.xreadgroup(GROUP, reader, REVOCATIONS, ">", new XReadGroupArgs().count(most)).stream()
                .map(AdmissionStreamStore::toRevocation)
                .toList();
    }

    void acknowledge(Revocation revocation) {
        streams.xack(REVOCATIONS, GROUP, revocation.messageId());
    }

    /** Made before every read: a Redis that lost its data must not leave us without a group. */
    private void createGroup() {
        try {
            streams.xgroupCreate(REVOCATIONS, GROUP, "0", new XGroupCreateArgs().mkstream());
        } catch (RuntimeException e) {
            if (e.getMessage() == null || !e.getMessage().contains("BUSYGROUP")) {
                throw e;
            }
        }
    }

    private static Revocation toRevocation(StreamMessage<String, String, String> message) {
        var fields = message.payload() == null ? new HashMap<String, String>() : message.payload();
        return new Revocation(message.id(), fields.getOrDefault("jti", ""), fields.getOrDefault("reason", "left"));
    }

    /** The waiting room took an admission back. */
    record Revocation(String messageId, String jti, String reason) {}
}
