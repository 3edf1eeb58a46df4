package ticketing.availability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import contract.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import org.jboss.resteasy.reactive.ResponseHeader;
import ticketing.event.Events;

/** Tells browsers what changes, as it changes. */
@Path("/api/ticketing/events")
class AvailabilityStreamResource {

    private final LiveEvents live;
    private final RefreshViews refreshViews;
    private final AvailabilityConfig config;
    private final InstantSource clock;
    private final AtomicInteger open;

    AvailabilityStreamResource(LiveEvents live, RefreshViews refreshViews, AvailabilityConfig config,
            InstantSource clock, MeterRegistry meters) {
        this.live = live;
        this.refreshViews = refreshViews;
        this.config = config;
        this.clock = clock;
        this.open = meters.gauge("ticketing.availability.streams", new AtomicInteger());
    }

    /** First a snapshot, or what was missed since {@code Last-Event-ID}; then every change. */
    @GET
    @Path("/{event}/availability/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> stream(@PathParam("event") String id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId, Sse sse) {
        if (open.get() >= config.mostStreams()) {
            throw Problem.of(503, "busy", "Very busy right now", "Too many are watching; try again in a moment.")
                    .retryAfter(Duration.ofSeconds(5)).toException();
        }
        var event = live.find(id).orElseThrow(Events.UNKNOWN::toException);
        var known = version(lastEventId);
        if (known.isPresent()) {
            refreshViews.refresh();
        } else {
            refreshViews.catchUp();
        }
        return messages(event, known).map(message -> write(message, sse));
    }

    private Multi<StreamMessage> messages(LiveEvent event, OptionalLong known) {
        return Multi.createFrom().emitter(emitter -> {
            Consumer<StreamMessage> watcher = emitter::emit;
            open.incrementAndGet();
            emitter.onTermination(() -> {
                open.decrementAndGet();
                event.leave(watcher, clock.instant());
            });
            event.watch(known, config.overlap(), watcher);
        }, config.mostWaitingMessages());
    }

    private static OutboundSseEvent write(StreamMessage message, Sse sse) {
        return switch (message) {
            case StreamMessage.Told told -> sse.newEventBuilder().name(told.name()).id(Long.toString(told.version()))
                    .data(told.json()).build();
            case StreamMessage.Heartbeat beat -> sse.newEventBuilder().comment("still here").build();
        };
    }

    private static OptionalLong version(String lastEventId) {
        try {
            return lastEventId == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lastEventId));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
