package waitingroom.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import operation.instance.Instances;
import operation.instance.RedisFacts;
import waitingroom.store.ScriptStore;

/** Where the instances tell of themselves, and what the store tells of itself. */
@Singleton
class InstanceStore implements Instances.Roll {

    private static final String INSTANCES = "waiting-room:instances";
    private static final String NEWS = "ticketing:admissions";
    private static final String NEWS_GROUP = "waiting-room";

    private final ScriptStore scripts;

    InstanceStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** The store's clock, which is the same for all instances. */
    @Override
    public Instant now() {
        var time = scripts.send(Command.TIME);
        return Instant.ofEpochSecond(time.get(0).toLong(), time.get(1).toLong() * 1_000);
    }

    @Override
    public void put(String id, String report) {
        scripts.send(Command.HSET, INSTANCES, id, report);
    }

    @Override
    public void remove(String id) {
        scripts.send(Command.HDEL, INSTANCES, id);
    }

    @Override
    public List<String> all() {
        return StreamSupport.stream(scripts.send(Command.HVALS, INSTANCES).spliterator(), false)
                .map(Response::toString).toList();
    }

    RedisFacts information() {
        return RedisFacts.read(section -> scripts.send(Command.INFO, section).toString());
    }

    /** The news of the ticketing core that wait, and when the latest that was read was told; empty before the first. */
    Optional<News> news() {
        if (scripts.send(Command.EXISTS, NEWS).toInteger() == 0) {
            return Optional.empty();
        }
        var groups = new ArrayList<Response>();
        scripts.send(Command.XINFO, "GROUPS", NEWS).forEach(groups::add);
        return groups.stream().filter(group -> group.get("name").toString().equals(NEWS_GROUP)).findFirst()
                .map(group -> new News(group.get("pending").toLong(),
                        toldAt(group.get("last-delivered-id").toString())));
    }

    private static Instant toldAt(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    /** @param waiting handed to an instance and not dealt with yet */
    record News(long waiting, Instant toldAt) {}
}
