package standalone.process;

import java.io.IOException;

/** Sends what {@link Process} cannot: it knows TERM and KILL only. */
final class Signals {

    private Signals() {}

    static void send(Process process, StopSignal signal) {
        switch (signal) {
            case TERMINATE -> process.destroy();
            case KILL -> process.destroyForcibly();
            case INTERRUPT -> interrupt(process);
        }
    }

    /** By the shell's own kill: the program of that name is missing on small systems. */
    private static void interrupt(Process process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            // Without a shell the next best signal must do.
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
