package waitingroom.status;

import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import waitingroom.failopen.FailOpenSwitch;
import waitingroom.status.StatusBoard.Posted;

/** The queue in numbers, summed over releases: their names are no closed set and stay out of the metrics. */
@Singleton
class QueueMetrics {

    private final StatusBoard board;
    private final MeterRegistry registry;
    private final FailOpenSwitch failOpen;
    private final InstantSource clock;

    QueueMetrics(StatusBoard board, MeterRegistry registry, FailOpenSwitch failOpen, InstantSource clock) {
        this.board = board;
        this.registry = registry;
        this.failOpen = failOpen;
        this.clock = clock;
    }

    void register(@Observes Startup event) {
        Gauge.builder("waiting_room.releases", board, it -> it.all().size())
                .description("Releases this instance knows").register(registry);
        Gauge.builder("waiting_room.waiting", board,
                it -> it.all().stream().map(Posted::document).mapToLong(doc -> doc.issued() - doc.serving()).sum())
                .description("Places not called yet").register(registry);
        Gauge.builder("waiting_room.called", board, it -> it.all().stream().mapToLong(Posted::called).sum())
                .description("Called, and not in yet").register(registry);
        Gauge.builder("waiting_room.alive", board, it -> it.all().stream().mapToLong(Posted::alive).sum())
                .description("Admissions alive").register(registry);
        Gauge.builder("waiting_room.overshoot", board, it -> it.all().stream()
                .mapToLong(posted -> Math.max(0, posted.alive() - posted.mostAlive())).sum())
                .description("Admissions alive beyond maxActive; not 0 only after staff lowered it").register(registry);
        Gauge.builder("waiting_room.fail_open", failOpen, it -> it.openAt(clock.instant()).isPresent() ? 1 : 0)
                .description("1 while an operator lets fans in even without the store").register(registry);
        Gauge.builder("waiting_room.streams", board, StatusBoard::listenerCount)
                .description("Open status streams").register(registry);
    }
}
