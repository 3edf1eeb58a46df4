package ticketing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Releases all threads at one gate, and collects what became of each. */
public final class Race {

    private Race() {}

    /** Rerun one seed with -Dseed=42. */
    public static LongStream seeds(int many) {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, many) : LongStream.of(seed);
    }

    public static <T> List<T> allAtOnce(List<? extends Callable<? extends T>> calls) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var call : calls) {
                running.add(threads.submit(() -> {
                    gate.await();
                    return call.call();
                }));
            }
            gate.countDown();
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
