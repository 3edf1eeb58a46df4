package waitingroom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads through one gate at once, and waits for them all. */
public final class Races {

    private Races() {}

    public static <T> List<T> allAtOnce(int threads, IntFunction<T> work) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CyclicBarrier(threads);
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                var number = i;
                running.add(executor.submit(() -> {
                    gate.await();
                    return work.apply(number);
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of the threads failed", e.getCause());
        }
    }
}
