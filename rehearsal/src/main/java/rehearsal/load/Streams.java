package rehearsal.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/** Many open event streams, all on one thread; tells how long a change takes to reach each of them. */
public final class Streams implements AutoCloseable {

    private static final int DIGITS = 3;
    private static final int AT_ONCE = 200;
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final Selector selector;
    private final List<Stream> streams = new ArrayList<>();
    private final ByteBuffer shared = ByteBuffer.allocate(64 << 10);

    private Streams(Selector selector) {
        this.selector = selector;
    }

    /** Opens the streams, some at a time, each of which must have shown the text before the next are opened. */
    public static Streams open(int port, byte[] request, int count, String shown) throws IOException {
        var all = new Streams(Selector.open());
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (var opened = 0; opened < count;) {
            for (var i = 0; i < AT_ONCE && opened < count; i++, opened++) {
                var channel = SocketChannel.open(server);
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                var stream = new Stream(channel);
                channel.register(all.selector, SelectionKey.OP_READ, stream);
                all.streams.add(stream);
            }
            all.await(shown, System.nanoTime(), OPENING);
        }
        return all;
    }

    public int count() {
        return streams.size();
    }

    /** Reads until every stream has shown the text; nanoseconds since that moment for each. Late ones are left out. */
    public Histogram await(String text, long since, Duration most) throws IOException {
        var seen = new Histogram(TimeUnit.MINUTES.toNanos(5), DIGITS);
        var deadline = System.nanoTime() + most.toNanos();
        var missing = streams.stream().filter(stream -> !stream.shows(text)).count();
        while (missing > 0 && System.nanoTime() < deadline) {
            selector.select(TimeUnit.SECONDS.toMillis(1));
            for (var key : selector.selectedKeys()) {
                var stream = (Stream) key.attachment();
                var before = stream.shows(text);
                stream.read(shared);
                if (!before && stream.shows(text)) {
                    seen.recordValue(System.nanoTime() - since);
                    missing--;
                }
            }
            selector.selectedKeys().clear();
        }
        return seen;
    }

    @Override
    public void close() throws IOException {
        for (var stream : streams) {
            stream.channel.close();
        }
        selector.close();
    }

    private static final class Stream {

        private static final int KEPT = 2_000;

        private final SocketChannel channel;
        private String tail = "";

        Stream(SocketChannel channel) {
            this.channel = channel;
        }

        boolean shows(String text) {
            return tail.contains(text);
        }

        void read(ByteBuffer shared) throws IOException {
            shared.clear();
            if (channel.read(shared) < 0) {
                throw new EOFException("the server closed a stream");
            }
            var all = tail + new String(shared.array(), 0, shared.position(), StandardCharsets.ISO_8859_1);
            tail = all.substring(Math.max(0, all.length() - KEPT));
        }
    }
}
