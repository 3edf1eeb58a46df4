package console.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Looks every few seconds whether the parts answer, and remembers since when they do or do not. It asks for what costs
 * them nothing, and what they answer without their stores.
 */
@ApplicationScoped
class WatchParts {

    private static final Logger LOG = Logger.getLogger(WatchParts.class);

    private final WatchConfig config;
    private final InstantSource clock;
    private final Vertx vertx;
    private final HttpClient client;
    private final List<Part> parts;
    private final Map<String, PartView> views = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    WatchParts(WatchConfig config, InstantSource clock, Vertx vertx) {
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.client = HttpClient.newBuilder().connectTimeout(config.patience()).build();
        this.parts = List.of(
                // Hidden at the front door, which says so itself: whatever it answers, it is there.
                new Part("front-door", below(config.frontDoor(), "/q/health"), status -> true),
                new Part("ticketing-core", below(config.ticketing(), "/api/ticketing/events?limit=1"),
                        status -> status < 500),
                new Part("waiting-room", below(config.waitingRoom(), "/api/waiting-room/jwks.json"),
                        status -> status < 500));
    }

    private record Part(String name, URI address, IntPredicate isThere) {}

    void start(@Observes StartupEvent event) {
        var now = clock.instant();
        parts.forEach(part -> views.put(part.name(), new PartView(part.name(), true, now, null, 0, null)));
        vertx.setPeriodic(0, config.every().toMillis(), timer -> parts.forEach(this::lookAside));
    }

    /** The parts in their order, as they were seen last. */
    List<PartView> all() {
        return parts.stream().map(part -> views.get(part.name())).toList();
    }

    private void lookAside(Part part) {
        if (underWay.add(part.name())) {
            Thread.startVirtualThread(() -> {
                try {
                    look(part);
                } finally {
                    underWay.remove(part.name());
                }
            });
        }
    }

    private void look(Part part) {
        var asked = System.nanoTime();
        try {
            var request = HttpRequest.newBuilder(part.address()).timeout(config.patience()).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            note(part, part.isThere().test(status), asked, "status-" + status);
        } catch (HttpTimeoutException slow) {
            note(part, false, asked, "no-answer-in-time");
        } catch (IOException gone) {
            note(part, false, asked, "no-connection");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Part part, boolean answers, long asked, String cause) {
        var now = clock.instant();
        var millis = (System.nanoTime() - asked) / 1_000_000;
        var before = views.get(part.name());
        var after = before.seen(answers, now, millis, cause);
        views.put(part.name(), after);
        if (before.answers() != answers) {
            LOG.warnf("part changed part=%s answers=%s cause=%s", part.name(), answers, after.cause());
        }
    }

    private static URI below(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

}
