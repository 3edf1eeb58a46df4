package botdefense.velocity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.smallrye.mutiny.Uni;

/** Who held what and who paid, on its way to the other instances: a stream that each reads from where it was. */
@ApplicationScoped
class HoldNewsStore {

    private static final String HOLDS = "defense:holds";
    private static final int MOST = 20_000;
    private static final int BATCH = 2_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String BETWEEN_SEATS = "\n";

    private final DefenseRedis redis;
    private final String ownName = UUID.randomUUID().toString();

    HoldNewsStore(DefenseRedis redis) {
        this.redis = redis;
    }

    /** Tells without making anybody wait; news that get lost make a rule milder, no more. */
    void tell(News news) {
        var fields = fields(news);
        redis.ask(commands -> {
            var told = commands.xadd(HOLDS, XAddArgs.Builder.maxlen(MOST).approximateTrimming(), fields);
            commands.expire(HOLDS, KEPT);
            return told;
        }).subscribe().with(told -> {}, failure -> {});
    }

    private Map<String, byte[]> fields(News news) {
        var fields = new HashMap<>(Map.of("by", bytes(ownName), "subject", bytes(news.subject()), "paid",
                bytes(String.valueOf(news.paid())), "at", bytes(String.valueOf(news.at().toEpochMilli()))));
        news.taken().ifPresent(taken -> {
            fields.put("session", bytes(taken.by().session()));
            taken.by().device().ifPresent(device -> fields.put("device", bytes(device)));
            fields.put("network", bytes(taken.by().network()));
            fields.put("seats", bytes(String.join(BETWEEN_SEATS, taken.seats())));
        });
        return fields;
    }

    /** What happened after a position, own news among them. */
    Uni<List<Entry>> since(String id) {
        var range = Range.from(Range.Boundary.excluding(id), Range.Boundary.<String>unbounded());
        return redis.ask(commands -> commands.xrange(HOLDS, range, Limit.from(BATCH)))
                .map(messages -> messages.stream().map(this::entry).toList());
    }

    private Entry entry(StreamMessage<String, byte[]> message) {
        var fields = message.getBody();
        var news = new News(text(fields, "subject"), Boolean.parseBoolean(text(fields, "paid")),
                Instant.ofEpochMilli(Long.parseLong(text(fields, "at"))), taken(fields));
        return new Entry(message.getId(), text(fields, "by").equals(ownName), news);
    }

    private static Optional<Taken> taken(Map<String, byte[]> fields) {
        if (!fields.containsKey("seats")) {
            return Optional.empty();
        }
        var device = fields.containsKey("device") ? Optional.of(text(fields, "device")) : Optional.<String>empty();
        return Optional.of(new Taken(new SeatTrails.Buyer(text(fields, "session"), device, text(fields, "network")),
                List.of(text(fields, "seats").split(BETWEEN_SEATS))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.get(name), StandardCharsets.UTF_8);
    }

    /**
     * @param paid  whether the client paid; else it held
     * @param taken what it held, if it named seats
     */
    record News(String subject, boolean paid, Instant at, Optional<Taken> taken) {}

    /** @param seats each with its event */
    record Taken(SeatTrails.Buyer by, List<String> seats) {}

    /** News and their position in the stream. */
    record Entry(String id, boolean own, News news) {}
}
