package rehearsal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for a mail server: takes every letter over SMTP and counts it, so that sending costs what it costs. */
final class StandInMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicLong letters = new AtomicLong();

    StandInMailServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("mail").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    long letters() {
        return letters.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                // Closed: the stage is over.
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(caller, "220 benchmarks");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(caller, switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
                    case "DATA" -> "354 go on";
                    case "QUIT" -> "221 bye";
                    default -> "250 benchmarks";
                });
                if (line.equalsIgnoreCase("DATA")) {
                    take(in);
                    say(caller, "250 taken");
                }
            }
        } catch (IOException e) {
            // Whoever hangs up has no more letters.
        }
    }

    private void take(BufferedReader in) throws IOException {
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        letters.incrementAndGet();
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
