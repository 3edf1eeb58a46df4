package botdefense.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

/** The entries of both lists, and how often each was met. */
@ApplicationScoped
class ListStore {

    private static final LuaScript SAVE_LIST_ENTRY = LuaScript.named("save_list_entry");
    private static final LuaScript REMOVE_LIST_ENTRY = LuaScript.named("remove_list_entry");
    private static final String ENTRIES = "defense:{lists}:entries";
    private static final String HITS = "defense:{lists}:hits";
    private static final String REVISION = "defense:{lists}:revision";

    private final DefenseRedis redis;
    private final ObjectMapper mapper;

    ListStore(DefenseRedis redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    Uni<String> revision() {
        return redis.ask(commands -> commands.get(REVISION))
                .map(revision -> revision == null ? "0" : new String(revision, StandardCharsets.US_ASCII));
    }

    Uni<List<ListEntry>> all() {
        return redis.ask(commands -> commands.hvals(ENTRIES))
                .map(documents -> documents.stream().map(this::read).toList());
    }

    /** False when the lists are full. */
    Uni<Boolean> save(ListEntry entry, int most) {
        return redis.ask(commands -> SAVE_LIST_ENTRY.callForNumber(commands, List.of(ENTRIES, REVISION), entry.id(),
                write(entry), most)).map(saved -> saved == 1);
    }

    Uni<Boolean> remove(String id) {
        return redis.ask(commands -> REMOVE_LIST_ENTRY.callForNumber(commands, List.of(ENTRIES, REVISION, HITS),
                id)).map(removed -> removed == 1);
    }

    Uni<Void> countHits(Map<String, Long> hits) {
        return redis.ask(commands -> hits.entrySet().stream()
                .map(hit -> commands.hincrby(HITS, hit.getKey(), hit.getValue()))
                .reduce((one, other) -> other).orElseThrow()).replaceWithVoid();
    }

    Uni<Map<String, Long>> hits() {
        return redis.ask(commands -> commands.hgetall(HITS)).map(all -> all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        hit -> Long.valueOf(new String(hit.getValue(), StandardCharsets.US_ASCII)))));
    }

    private String write(ListEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("list entry is no JSON", e);
        }
    }

    private ListEntry read(byte[] document) {
        try {
            return mapper.readValue(document, ListEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("list entry is unreadable", e);
        }
    }
}
