package botdefense.mark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.smallrye.mutiny.Uni;

/** Marks on their way to all instances: a stream that each reads from where it was. */
@ApplicationScoped
class MarkStore {

    private static final String MARKS = "defense:marks";
    private static final int MOST = 10_000;
    private static final int BATCH = 1_000;

    private final DefenseRedis redis;

    MarkStore(DefenseRedis redis) {
        this.redis = redis;
    }

    Uni<Void> add(Marks.Mark mark) {
        Map<String, byte[]> fields = Map.of("subject", bytes(mark.subject()), "rule", bytes(mark.rule()), "evidence",
                bytes(mark.evidence()), "until", bytes(String.valueOf(mark.until().toEpochMilli())));
        return redis.ask(commands -> commands.xadd(MARKS,
                XAddArgs.Builder.maxlen(MOST).approximateTrimming(), fields)).replaceWithVoid();
    }

    Uni<List<Entry>> since(String id) {
        var range = Range.from(Range.Boundary.excluding(id), Range.Boundary.<String>unbounded());
        return redis.ask(commands -> commands.xrange(MARKS, range, Limit.from(BATCH)))
                .map(messages -> messages.stream().map(MarkStore::entry).toList());
    }

    private static Entry entry(StreamMessage<String, byte[]> message) {
        var fields = message.getBody();
        return new Entry(message.getId(), new Marks.Mark(text(fields, "subject"), text(fields, "rule"),
                text(fields, "evidence"), Instant.ofEpochMilli(Long.parseLong(text(fields, "until")))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.get(name), StandardCharsets.UTF_8);
    }

    /** A mark and its position in the stream. */
    record Entry(String id, Marks.Mark mark) {}
}
