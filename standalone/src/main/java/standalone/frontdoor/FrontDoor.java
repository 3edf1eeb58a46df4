package standalone.frontdoor;

import java.net.BindException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import standalone.process.Ports;
import standalone.process.StartFailure;

/** The one address of the stack: a reverse proxy that makes one origin of all services. */
public final class FrontDoor implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    private final int port;
    private final Map<Route, Upstreams> upstreams = new EnumMap<>(Route.class);
    private final Handler<HttpServerRequest> inbox;
    private final Consumer<String> log;

    /** Nothing listens yet. */
    public FrontDoor(int port, Instances instances, Handler<HttpServerRequest> inbox, Consumer<String> log) {
        this.port = port;
        this.inbox = inbox;
        this.log = log;
        upstreams.put(Route.WAITING_ROOM, new Upstreams(instances.waitingRoom()));
        upstreams.put(Route.CORE, new Upstreams(instances.core()));
        upstreams.put(Route.CONSOLE, new Upstreams(instances.console()));
    }

    /** Who answers behind the front door. */
    public record Instances(List<Upstream> waitingRoom, List<Upstream> core, List<Upstream> console) {}

    /** Takes the port; whoever asks before the services are up is told to come back. */
    public void open() {
        var loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        await(vertx.deployVerticle(() -> new FrontDoorVerticle(port, upstreams, inbox),
                new DeploymentOptions().setInstances(loops)));
        var all = upstreams.values().stream().flatMap(group -> group.instances().stream()).toList();
        new HealthProbe(vertx, all, line -> log.accept("[front-door] " + line)).start();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BindException
                    ? Ports.taken(port, "front door")
                    : new StartFailure("The front door does not open: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new StartFailure("The front door did not move within " + PATIENCE_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
