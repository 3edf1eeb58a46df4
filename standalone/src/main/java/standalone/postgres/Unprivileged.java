package standalone.postgres;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Root is therefore taken away by an empty user namespace, in which the process is
 * nobody but still owns its files.
 */
final class Unprivileged {

    private static final List<String> PREFIX = prefixHere();

    private Unprivileged() {}

    /** What to put before a command: nothing for a normal user. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> prefixHere() {
        return "root".equals(System.getProperty("user.name")) && succeeds("unshare", "-U", "true")
                ? List.of("unshare", "-U")
                : List.of();
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            // Not there: the server itself will say that it refuses root.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
