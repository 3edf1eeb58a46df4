package waitingroom.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import operation.instance.Instances;
import waitingroom.store.StoreUnavailableException;
import waitingroom.system.SystemView.Backlog;
import waitingroom.system.SystemView.StoreView;

/** Puts together how this service is doing, also while its store is away. */
@Singleton
class DescribeSystem {

    private static final String SERVICE = "waiting-room";
    private static final String STORE = "redis";

    private final Instances<InstanceReport> instances;
    private final DescribeInstance own;
    private final InstanceStore store;
    private final InstantSource clock;

    DescribeSystem(Instances<InstanceReport> instances, DescribeInstance own, InstanceStore store,
            InstantSource clock) {
        this.instances = instances;
        this.own = own;
        this.store = store;
        this.clock = clock;
    }

    SystemView view() {
        try {
            var asked = System.nanoTime();
            var now = store.now();
            var millis = (System.nanoTime() - asked) / 1e6;
            var news = store.news();
            return new SystemView(SERVICE, now, own.id(), true, instances.all(now),
                    List.of(storeView(millis)), backlogs(news, now),
                    news.map(InstanceStore.News::toldAt).filter(Instant.EPOCH::isBefore).orElse(null));
        } catch (StoreUnavailableException e) {
            var now = clock.instant();
            return new SystemView(SERVICE, now, own.id(), false, List.of(own.at(now, null)),
                    List.of(new StoreView(STORE, false, null, null, null, null, null)), List.of(), null);
        }
    }

    private static List<Backlog> backlogs(Optional<InstanceStore.News> news, Instant now) {
        return news.map(found -> List.of(new Backlog("core-news", found.waiting(), 0,
                found.waiting() == 0 ? null : Math.max(0, Duration.between(found.toldAt(), now).toSeconds()))))
                .orElse(List.of());
    }

    private StoreView storeView(double millis) {
        var facts = store.information();
        return new StoreView(STORE, true, millis, facts.text("redis_version"), facts.number("used_memory"),
                facts.number("maxmemory"), facts.number("connected_clients"));
    }
}
