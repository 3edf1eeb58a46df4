package standalone.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of 127.0.0.1. They are taken below the range from which the system serves outgoing connections, because a
 * child that comes back after a crash must find its port still free.
 */
public final class Ports {

    private static final int FIRST = 15_000;
    private static final int LAST = 29_999;
    private static final int ATTEMPTS = 200;

    private final Set<Integer> given = new HashSet<>();

    /** A port nobody listens on, never given out before. */
    public synchronized int free() {
        for (var i = 0; i < ATTEMPTS; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new StartFailure("No free port was found between " + FIRST + " and " + LAST + ".");
    }

    /** Exactly this port, for this use. */
    public synchronized int fixed(int port, String use) {
        if (!isFree(port)) {
            throw taken(port, use);
        }
        given.add(port);
        return port;
    }

    /** What to tell when a port is in use. */
    public static StartFailure taken(int port, String use) {
        return new StartFailure("Port %d, for the %s, is taken by another program. Stop that program, or choose another"
                .formatted(port, use) + " port with --port.");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            // Taken, or not ours to take.
            return false;
        }
    }
}
