package botdefense.velocity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.smallrye.mutiny.Uni;

/** Who held and who paid, on its way to the other instances: a stream that each reads from where it was. */
@ApplicationScoped
class HoldNewsStore {

    private static final String HOLDS = "defense:holds";
    private static final int MOST = 20_000;
    private static final int BATCH = 2_000;

    private final DefenseRedis redis;
    private final String ownName = UUID.randomUUID().toString();

    HoldNewsStore(DefenseRedis redis) {
        this.redis = redis;
    }

    /** Tells without making anybody wait; news that get lost make a rule milder, no more. */
    void tell(News news) {
        Map<String, byte[]> fields = Map.of("by", bytes(ownName), "subject", bytes(news.subject()), "paid",
                bytes(String.valueOf(news.paid())), "at", bytes(String.valueOf(news.at().toEpochMilli())));
        redis.ask(commands -> commands.xadd(HOLDS, XAddArgs.Builder.maxlen(MOST).approximateTrimming(), fields))
                .subscribe().with(told -> {}, failure -> {});
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
                Instant.ofEpochMilli(Long.parseLong(text(fields, "at"))));
        return new Entry(message.getId(), text(fields, "by").equals(ownName), news);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.get(name), StandardCharsets.UTF_8);
    }

    /** @param paid whether the client paid; else it held */
    record News(String subject, boolean paid, Instant at) {}

    /** News and their position in the stream. */
    record Entry(String id, boolean own, News news) {}
}
