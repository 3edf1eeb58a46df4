package ticketing.system;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.hash.HashCommands;
import operation.instance.Instances;
import operation.instance.RedisFacts;

/** Where the instances tell of themselves, in Redis, and what Redis tells of itself. */
@ApplicationScoped
class InstanceStore implements Instances.Roll {

    private static final String INSTANCES = "ticketing:instances";

    private final RedisDataSource redis;
    private final HashCommands<String, String, String> hashes;

    InstanceStore(RedisDataSource redis) {
        this.redis = redis;
        this.hashes = redis.hash(String.class);
    }

    /** Redis' clock, which is the same for all instances. */
    @Override
    public Instant now() {
        var time = redis.execute("TIME");
        return Instant.ofEpochSecond(time.get(0).toLong(), time.get(1).toLong() * 1_000);
    }

    @Override
    public void put(String id, String report) {
        hashes.hset(INSTANCES, id, report);
    }

    @Override
    public void remove(String id) {
        hashes.hdel(INSTANCES, id);
    }

    @Override
    public List<String> all() {
        return hashes.hvals(INSTANCES);
    }

    RedisFacts information() {
        return RedisFacts.read(section -> redis.execute("INFO", section).toString());
    }
}
