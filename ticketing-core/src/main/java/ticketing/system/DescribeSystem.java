package ticketing.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import operation.instance.Instances;
import org.jboss.logging.Logger;
import ticketing.database.DatabaseTrouble;
import ticketing.system.SystemView.Backlog;
import ticketing.system.SystemView.StoreView;
import ticketing.system.SystemView.Task;

/** Puts together how this service is doing, also while one of its stores is away. */
@ApplicationScoped
class DescribeSystem {

    private static final Logger LOG = Logger.getLogger(DescribeSystem.class);
    private static final String REDIS = "redis";
    private static final String POSTGRESQL = "postgresql";

    private final Instances<InstanceReport> instances;
    private final DescribeInstance own;
    private final InstanceStore redis;
    private final BacklogStore database;
    private final InstantSource clock;

    DescribeSystem(Instances<InstanceReport> instances, DescribeInstance own, InstanceStore redis,
            BacklogStore database,
            InstantSource clock) {
        this.instances = instances;
        this.own = own;
        this.redis = redis;
        this.database = database;
        this.clock = clock;
    }

    SystemView view() {
        var fromRedis = askRedis();
        var fromDatabase = askDatabase();
        return new SystemView("ticketing-core", clock.instant(), own.id(), fromRedis.isPresent(),
                fromRedis.map(FromRedis::instances).orElseGet(() -> List.of(own.at(clock.instant(), null))),
                List.of(fromDatabase.map(FromDatabase::view).orElseGet(() -> StoreView.away(POSTGRESQL)),
                        fromRedis.map(FromRedis::view).orElseGet(() -> StoreView.away(REDIS))),
                fromDatabase.map(FromDatabase::backlogs).orElse(List.of()),
                fromDatabase.map(FromDatabase::tasks).orElse(List.of()));
    }

    /** What Redis tells; empty while it is away, whatever the client makes of that. */
    private Optional<FromRedis> askRedis() {
        try {
            var asked = System.nanoTime();
            var now = redis.now();
            var millis = (System.nanoTime() - asked) / 1e6;
            var facts = redis.information();
            return Optional.of(new FromRedis(instances.all(now), new StoreView(REDIS, true, millis,
                    facts.text("redis_version"), facts.number("used_memory"), facts.number("maxmemory"),
                    facts.number("connected_clients"), facts.number("maxclients"))));
        } catch (RuntimeException e) {
            LOG.debugf("redis does not tell how it is cause=%s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<FromDatabase> askDatabase() {
        try {
            var asked = System.nanoTime();
            var facts = database.facts();
            var millis = (System.nanoTime() - asked) / 1e6;
            return Optional.of(new FromDatabase(
                    new StoreView(POSTGRESQL, true, millis, facts.version(), facts.bytes(), null,
                            facts.connections(), facts.mostConnections()),
                    database.waiting().stream().map(waiting -> backlog(waiting, facts.at())).toList(),
                    database.leases().stream().map(lease -> task(lease, facts.at())).toList()));
        } catch (DatabaseTrouble e) {
            LOG.warnf("database does not tell how it is cause=%s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Backlog backlog(BacklogStore.Waiting waiting, Instant now) {
        return new Backlog(waiting.name(), waiting.waiting(), waiting.failing(),
                waiting.oldest().map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds())).orElse(null));
    }

    private static Task task(BacklogStore.Lease lease, Instant now) {
        var since = Duration.between(lease.heldUntil(), now);
        return new Task(lease.task(), since.isPositive() ? since.toSeconds() : null);
    }

    private record FromRedis(List<InstanceReport> instances, StoreView view) {}

    private record FromDatabase(StoreView view, List<Backlog> backlogs, List<Task> tasks) {}
}
