package standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.process.ChildSpec.Patience;
import standalone.testing.Eventually;

class ChildIT {

    @TempDir
    private Path directory;

    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void aKilledChildComesBackUntilItIsStopped() throws Exception {
        var child = child("exec sleep 600", StopSignal.TERMINATE);
        child.start().get(10, TimeUnit.SECONDS);
        var first = child.pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Eventually.until("another process took its place",
                () -> child.pid().isPresent() && !child.pid().get().equals(first));
        var second = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
        child.stop();

        assertThat(second.isAlive()).isFalse();
        assertThat(child.pid()).isEmpty();
        assertThat(directory.resolve("run/child.pid")).doesNotExist();
    }

    @Test
    void everyLineOfItsOutputBearsItsName() throws Exception {
        var child = child("echo hello; exec sleep 600", StopSignal.TERMINATE);
        child.start().get(10, TimeUnit.SECONDS);

        Eventually.until("its words are in the log", () -> log.contains("[child] hello"));
        child.stop();
    }

    @Test
    void aChildThatNeverStartsIsAFailureInItsOwnWords() {
        var child = child("echo no such thing; exit 3", StopSignal.TERMINATE, () -> false);

        assertThatThrownBy(() -> child.start().join()).isInstanceOf(CompletionException.class).cause()
                .isInstanceOf(StartFailure.class).hasMessageContaining("no such thing");
    }

    @Test
    void aDeafChildIsKilledWhenPatienceIsOver() throws Exception {
        var child = child("trap '' TERM; echo deaf; while :; do sleep 0.1; done", StopSignal.TERMINATE);
        child.start().get(10, TimeUnit.SECONDS);
        Eventually.until("it is deaf", () -> log.contains("[child] deaf"));
        var process = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();

        child.stop();

        Eventually.until("it is gone", () -> !process.isAlive());
    }

    @Test
    void whatAKilledLauncherLeftBehindIsEndedByTheNext() throws Exception {
        var leftover = new ProcessBuilder("sleep", "600").start();
        new PidFile(directory.resolve("run"), "child").write(leftover.toHandle());

        var child = child("exec sleep 600", StopSignal.TERMINATE);
        child.start().get(10, TimeUnit.SECONDS);

        assertThat(leftover.isAlive()).isFalse();
        child.stop();
    }

    @Test
    void aStrangerThatGotThePidOfALeftoverIsLeftAlone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(directory.resolve("run"));
        Files.writeString(directory.resolve("run/child.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

        new PidFile(directory.resolve("run"), "child").endLeftover();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private Child child(String script, StopSignal signal) {
        return child(script, signal, () -> true);
    }

    private Child child(String script, StopSignal signal, Readiness readiness) {
        var spec = new ChildSpec("child", List.of("sh", "-c", script), Map.of("PATH", System.getenv("PATH")), directory,
                signal, StopSignal.KILL, new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2)), 2);
        return new Child(spec, readiness, directory.resolve("run"), log::add);
    }
}
