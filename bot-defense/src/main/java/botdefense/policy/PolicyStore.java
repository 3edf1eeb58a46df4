package botdefense.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import botdefense.store.LuaScript;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

/** All versions of the policy that were ever in force, and which one is. */
@ApplicationScoped
class PolicyStore {

    private static final LuaScript SAVE_POLICY = LuaScript.named("save_policy");
    private static final LuaScript ACTIVATE_POLICY = LuaScript.named("activate_policy");
    private static final String VERSIONS = "defense:{policy}:versions";
    private static final String ACTIVE = "defense:{policy}:active";

    private final DefenseRedis redis;
    private final ObjectMapper mapper;

    PolicyStore(DefenseRedis redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    /** The number of the version in force; empty while nobody ever put one. */
    Uni<Optional<Integer>> active() {
        return redis.ask(commands -> commands.get(ACTIVE))
                .map(number -> Optional.ofNullable(number)
                        .map(bytes -> Integer.valueOf(new String(bytes, StandardCharsets.US_ASCII))));
    }

    Uni<Optional<PolicyVersion>> find(int version) {
        return redis.ask(commands -> commands.hget(VERSIONS, String.valueOf(version)))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    /** The latest first. */
    Uni<List<PolicyVersion>> all() {
        return redis.ask(commands -> commands.hvals(VERSIONS))
                .map(documents -> documents.stream().map(this::read)
                        .sorted(Comparator.comparingInt(PolicyVersion::version).reversed()).toList());
    }

    /** Puts a new version in force if {@code base} is; false when another one is meanwhile, or the number is taken. */
    Uni<Boolean> save(PolicyVersion base, PolicyVersion next) {
        return redis.ask(commands -> SAVE_POLICY.callForNumber(commands, List.of(VERSIONS, ACTIVE),
                base.version(), write(base), next.version(), write(next))).map(saved -> saved == 1);
    }

    /** Puts an earlier version in force again; false when there is none. */
    Uni<Boolean> activate(int version) {
        return redis.ask(commands -> ACTIVATE_POLICY.callForNumber(commands, List.of(VERSIONS, ACTIVE), version))
                .map(found -> found == 1);
    }

    private String write(PolicyVersion version) {
        try {
            return mapper.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("policy is no JSON", e);
        }
    }

    private PolicyVersion read(byte[] document) {
        try {
            return mapper.readValue(document, PolicyVersion.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stored policy is unreadable", e);
        }
    }
}
