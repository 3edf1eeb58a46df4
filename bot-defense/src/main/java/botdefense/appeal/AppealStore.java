package botdefense.appeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

/** The appeals, by the reference of their decision. */
@ApplicationScoped
class AppealStore {

    private static final LuaScript SAVE_APPEAL = LuaScript.named("save_appeal");
    private static final String APPEALS = "defense:appeals";

    private final DefenseRedis redis;
    private final ObjectMapper mapper;

    AppealStore(DefenseRedis redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    /** False when there is one of that decision already, or the box is full. */
    Uni<Boolean> add(Appeal appeal, int most) {
        return redis.ask(commands -> SAVE_APPEAL.callForNumber(commands, List.of(APPEALS), appeal.reference(),
                write(appeal), most)).map(saved -> saved == 1);
    }

    Uni<Void> replace(Appeal appeal) {
        return redis.ask(commands -> commands.hset(APPEALS, appeal.reference(), write(appeal).getBytes(
                java.nio.charset.StandardCharsets.UTF_8))).replaceWithVoid();
    }

    Uni<Optional<Appeal>> find(String reference) {
        return redis.ask(commands -> commands.hget(APPEALS, reference))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    /** The latest first. */
    Uni<List<Appeal>> all() {
        return redis.ask(commands -> commands.hvals(APPEALS)).map(documents -> documents.stream().map(this::read)
                .sorted(Comparator.comparing(Appeal::at).reversed().thenComparing(Appeal::reference)).toList());
    }

    /** How many came from there within the hour, this one counted. */
    Uni<Long> count(String address, Duration window) {
        var key = "defense:appealed:" + address;
        return redis.ask(commands -> commands.incr(key)
                .thenCombine(commands.expire(key, window), (count, set) -> count));
    }

    private String write(Appeal appeal) {
        try {
            return mapper.writeValueAsString(appeal);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("appeal is no JSON", e);
        }
    }

    private Appeal read(byte[] document) {
        try {
            return mapper.readValue(document, Appeal.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stored appeal is unreadable", e);
        }
    }
}
