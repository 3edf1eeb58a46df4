package standalone.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child process under supervision.
 *
 * <pre>
 *   Starting ──ready──▶ Running ──exit──▶ (back-off) ──▶ Starting
 *      └── too many exits, or too slow: the start fails
 *   any ──stop──▶ Stopped
 * </pre>
 *
 * One platform thread per child starts it and waits for it; see {@link Spawner} for why it must be the same thread.
 */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(50);

    private final ChildSpec spec;
    private final Readiness readiness;
    private final Consumer<String> log;
    private final OutputPump output;
    private final PidFile pidFile;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile Process process;

    public Child(ChildSpec spec, Readiness readiness, Path pidDirectory, Consumer<String> log) {
        this.spec = spec;
        this.readiness = readiness;
        this.log = log;
        this.output = new OutputPump(spec.name(), log);
        this.pidFile = new PidFile(pidDirectory, spec.name());
    }

    /** Starts the child; the answer completes when it is ready, or exceptionally with a {@link StartFailure}. */
    public CompletableFuture<Void> start() {
        pidFile.endLeftover();
        Thread.ofPlatform().daemon().name(spec.name()).start(this::supervise);
        return firstReady;
    }

    public String name() {
        return spec.name();
    }

    /** The pid of the process that runs now, if one does. */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /** Asks the child to end, and makes it end when its patience is over. Returns when it is gone. */
    public void stop() {
        stopping.countDown();
        var running = process;
        if (running != null && running.isAlive()) {
            Signals.send(running, spec.stopSignal());
            if (!awaitExit(running, spec.patience().stop())) {
                log.accept("[launcher] child is too slow to end and is killed child=" + spec.name());
                running.destroyForcibly();
            }
        }
        try {
            ended.await(spec.patience().stop().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        try {
            var failures = 0;
            while (!stopping()) {
                var lifetime = liveOnce();
                if (stopping()) {
                    return;
                }
                if (!firstReady.isDone() && givesUp(++failures)) {
                    return;
                }
                var pause = backoff.afterLiving(lifetime);
                log.accept("[launcher] child ended and is started again child=%s exit_code=%d after_ms=%d pause_ms=%d"
                        .formatted(
                                spec.name(), process.exitValue(), lifetime.toMillis(), pause.toMillis()));
                stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            firstReady.completeExceptionally(new StartFailure(spec.name() + " cannot be started: "
                    + Diagnosis.of(spec.name(), List.of(String.valueOf(e.getMessage()))), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean givesUp(int failures) throws InterruptedException {
        var lastWords = output.lastWords();
        if (failures < spec.attempts() && !Diagnosis.isFinal(lastWords)) {
            return false;
        }
        firstReady.completeExceptionally(new StartFailure(Diagnosis.of(spec.name(), lastWords)));
        return true;
    }

    private Duration liveOnce() throws IOException, InterruptedException {
        var started = System.nanoTime();
        process = Spawner.spawn(spec);
        pidFile.write(process.toHandle());
        output.follow(process.getInputStream());
        if (stopping()) {
            // stop() may have come before there was a process to signal.
            Signals.send(process, spec.stopSignal());
        }
        if (!firstReady.isDone()) {
            awaitReady(started);
        }
        process.waitFor();
        pidFile.delete();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void awaitReady(long started) throws InterruptedException {
        var deadline = started + spec.patience().start().toNanos();
        while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            if (readiness.ready()) {
                firstReady.complete(null);
                return;
            }
            if (System.nanoTime() > deadline) {
                firstReady.completeExceptionally(new StartFailure("%s was not ready within %d seconds.".formatted(
                        spec.name(), spec.patience().start().toSeconds())));
                return;
            }
        }
    }

    private boolean stopping() {
        return stopping.getCount() == 0;
    }

    private static boolean awaitExit(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
