package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What benchmarks are given.
 *
 * @param home   where the project was built
 * @param out    where results and logs go
 * @param rounds how often what is compared takes turns: noise of the machine then hits both alike
 * @param slice  how long each turn is
 * @param scale  part of the crowd sizes that the figures are about; 1 for the real ones
 */
record Workshop(Path home, Path out, int rounds, Duration slice, double scale) {

    int scaled(int size) {
        return (int) Math.max(1, size * scale);
    }

    Stage stage(int instances) throws IOException {
        return Stage.open(this, instances, "");
    }

    /** Instances with more heap than the stack gives them. */
    Stage stage(int instances, String javaOptions) throws IOException {
        return Stage.open(this, instances, javaOptions);
    }

    /** The ticketing core with its database. */
    CoreStage core() throws IOException {
        return CoreStage.open(this, Optional.empty());
    }

    /** The same behind a waiting room. */
    CoreStage coreBehind(Stage waitingRoom) throws IOException {
        return CoreStage.open(this, Optional.of(waitingRoom));
    }

    void say(String what) {
        System.err.println("  " + what);
    }
}
