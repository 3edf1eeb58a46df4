package rehearsal.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * Keeps a fixed number of connections to 127.0.0.1 busy: each sends its next request as soon as it has its answer. All
 * of it on the caller's thread, with as little work per request as can be, because the server shares the processor.
 */
public final class LoadClient implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final int DIGITS = 3;

    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();
    private Optional<ProcessHandle> server = Optional.empty();

    private LoadClient(Selector selector) {
        this.selector = selector;
    }

    public static LoadClient open(int port, int connections) throws IOException {
        var client = new LoadClient(Selector.open());
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (var i = 0; i < connections; i++) {
            var line = Line.open(i, server);
            line.channel().register(client.selector, SelectionKey.OP_READ, line);
            client.lines.add(line);
        }
        return client;
    }

    /** From now on what is measured tells the processor time of this process too. */
    public LoadClient watching(long pid) {
        server = ProcessHandle.of(pid);
        return this;
    }

    private Duration processorTime() {
        return server.flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    /** Sends for that long, or until there is nothing left to send, and waits for the last answers. */
    public Slice run(Requests requests, Duration most) throws IOException {
        var processorTime = processorTime();
        var start = System.nanoTime();
        var round = new Round(requests, start + most.toNanos());
        for (var line : lines) {
            round.ask(line);
        }
        while (round.underWay > 0) {
            selector.select(TimeUnit.SECONDS.toMillis(1));
            if (System.nanoTime() - round.deadline > LONGEST_ANSWER.toNanos()) {
                throw new IOException(round.underWay + " answers are missing");
            }
            for (var key : selector.selectedKeys()) {
                round.receive((Line) key.attachment());
            }
            selector.selectedKeys().clear();
        }
        return new Slice(round.answers, Duration.ofNanos(System.nanoTime() - start),
                processorTime().minus(processorTime), round.statuses, round.latencies);
    }

    /** One request, one answer. */
    public Answer ask(byte[] request) throws IOException {
        var found = new Answer[1];
        run(new Requests() {

            private boolean sent;

            @Override
            public byte[] next(int connection) {
                var first = !sent;
                sent = true;
                return first ? request : null;
            }

            @Override
            public void answered(int connection, Answer answer) {
                found[0] = answer;
            }
        }, Duration.ofSeconds(1));
        return found[0];
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            line.channel().close();
        }
        selector.close();
    }

    private static final class Round {

        private final Requests requests;
        private final long deadline;
        private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(2), DIGITS);
        private final Map<Integer, Long> statuses = new HashMap<>();
        private int underWay;
        private long answers;

        Round(Requests requests, long deadline) {
            this.requests = requests;
            this.deadline = deadline;
        }

        void ask(Line line) throws IOException {
            var request = System.nanoTime() < deadline ? requests.next(line.number()) : null;
            if (request != null) {
                line.send(request);
                underWay++;
            }
        }

        void receive(Line line) throws IOException {
            if (line.receive()) {
                latencies.recordValue(System.nanoTime() - line.sentAt());
                statuses.merge(line.status(), 1L, Long::sum);
                answers++;
                underWay--;
                requests.answered(line.number(), line);
                ask(line);
            }
        }
    }
}
