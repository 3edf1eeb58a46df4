package waitingroom.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/**
 * Does what waits for the store beside a request that itself must not wait.
 *
 * <p>On virtual threads of its own, and not on Quarkus': those carry the Vert.x context of the request, where its scope
 * is kept, and take the scope away when their work is done. By then the event loop may be writing the response, which
 * needs it.
 */
@ApplicationScoped
public class Aside {

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("aside-", 0).factory());

    /** What the work returns or throws, later. */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
