package botdefense.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

/** The chain, as a list in the order it was written. */
@ApplicationScoped
class DefenseAuditStore {

    private static final LuaScript APPEND_AUDIT = LuaScript.named("append_audit");
    private static final String AUDIT = "defense:audit";

    private final DefenseRedis redis;
    private final ObjectMapper mapper;

    DefenseAuditStore(DefenseRedis redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    Uni<Optional<DefenseAuditEntry>> last() {
        return redis.ask(commands -> commands.lindex(AUDIT, -1))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    /** False when the chain grew meanwhile. */
    Uni<Boolean> append(DefenseAuditEntry entry) {
        return redis.ask(commands -> APPEND_AUDIT.callForNumber(commands, List.of(AUDIT), entry.number() - 1,
                write(entry))).map(appended -> appended == 1);
    }

    /** From one position to another, both counted from 0; negative ones from the end. */
    Uni<List<DefenseAuditEntry>> range(long from, long to) {
        return redis.ask(commands -> commands.lrange(AUDIT, from, to))
                .map(documents -> documents.stream().map(this::read).toList());
    }

    private String write(DefenseAuditEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("audit entry is no JSON", e);
        }
    }

    private DefenseAuditEntry read(byte[] document) {
        try {
            return mapper.readValue(document, DefenseAuditEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("audit entry is unreadable", e);
        }
    }
}
