package standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a child process is made of.
 *
 * @param name         its name in the log and of its pid file, such as {@code core-1}
 * @param command      the program with its arguments
 * @param environment  all of its environment: nothing is inherited
 * @param directory    its working directory
 * @param stopSignal   how it is asked to end
 * @param orphanSignal what it gets when the launcher dies without a word
 * @param patience     how long it may take to become ready, and how long to end
 * @param attempts     how often it may die before it was ready for the first time; once ready, it is restarted forever
 */
public record ChildSpec(String name, List<String> command, Map<String, String> environment, Path directory,
        StopSignal stopSignal, StopSignal orphanSignal, Patience patience, int attempts) {

    /** Bounds of a child's start and end. */
    public record Patience(Duration start, Duration stop) {}
}
