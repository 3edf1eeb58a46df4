package standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a child so that it outlives neither its launcher nor a Ctrl-C meant for the launcher: {@code setsid} takes it
 * out of the terminal's process group (the launcher ends its children in order), {@code setpriv --pdeathsig} has the
 * kernel end it when the launcher is killed. Both come with every Linux distribution; without them the pid files do.
 */
final class Spawner {

    private static final boolean SETSID = onPath("setsid");
    private static final boolean SETPRIV = onPath("setpriv");

    private Spawner() {}

    /** The kernel watches the calling thread, not the process: the caller must live as long as the child. */
    static Process spawn(ChildSpec spec) throws IOException {
        var builder = new ProcessBuilder(command(spec)).directory(spec.directory().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(spec.environment());
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> command(ChildSpec spec) {
        var command = new ArrayList<String>();
        if (SETSID) {
            command.add("setsid");
        }
        if (SETPRIV) {
            command.addAll(List.of("setpriv", "--pdeathsig", spec.orphanSignal().shortName(), "--"));
        }
        command.addAll(spec.command());
        return command;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
