package ticketing.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.hash.HashCommands;

/** Where the instances tell of themselves, in Redis, and what Redis tells of itself. */
@ApplicationScoped
class InstanceStore {

    private static final String INSTANCES = "ticketing:instances";

    private final RedisDataSource redis;
    private final HashCommands<String, String, String> hashes;

    InstanceStore(RedisDataSource redis) {
        this.redis = redis;
        this.hashes = redis.hash(String.class);
    }

    /** Redis' clock, which is the same for all instances. */
    Instant now() {
        var time = redis.execute("TIME");
        return Instant.ofEpochSecond(time.get(0).toLong(), time.get(1).toLong() * 1_000);
    }

    void put(String id, String report) {
        hashes.hset(INSTANCES, id, report);
    }

    void remove(String id) {
        hashes.hdel(INSTANCES, id);
    }

    List<String> all() {
        return hashes.hvals(INSTANCES);
    }

    /** What Redis says of itself, by its own names; a cluster says it of one of its nodes. */
    Map<String, String> information() {
        var facts = new HashMap<String, String>();
        for (var section : List.of("server", "memory", "clients")) {
            for (var line : redis.execute("INFO", section).toString().split("\r?\n")) {
                var parts = line.split(":", 2);
                if (parts.length == 2) {
                    facts.put(parts[0], parts[1].strip());
                }
            }
        }
        return facts;
    }
}
