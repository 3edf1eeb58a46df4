package rehearsal.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive connection that has at most one request under way. Reads answers that tell their length. */
final class Line implements Answer {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = 9;

    private final int number;
    private final SocketChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(8 << 10);
    private int complete;
    private long sentAt;

    private Line(int number, SocketChannel channel) {
        this.number = number;
        this.channel = channel;
    }

    static Line open(int number, InetSocketAddress server) throws IOException {
        var channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Line(number, channel);
    }

    int number() {
        return number;
    }

    SocketChannel channel() {
        return channel;
    }

    void send(byte[] request) throws IOException {
        buffer.clear();
        complete = 0;
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        sentAt = System.nanoTime();
    }

    long sentAt() {
        return sentAt;
    }

    /** True once the answer is there to its last byte. */
    boolean receive() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed a connection: " + text());
        }
        if (complete == 0) {
            complete = lengthOf(buffer.array(), buffer.position());
        }
        return complete > 0 && buffer.position() >= complete;
    }

    /** Of head and body; 0 while the head is not there yet. */
    private static int lengthOf(byte[] bytes, int end) {
        for (var i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1 + bodyLength(bytes, i);
            }
        }
        return 0;
    }

    private static int bodyLength(byte[] bytes, int headEnd) {
        for (var i = STATUS_AT; i < headEnd - LENGTH.length; i++) {
            if (bytes[i - 1] == '\n' && matches(bytes, i)) {
                var length = 0;
                for (var at = i + LENGTH.length; bytes[at] != '\r'; at++) {
                    length = bytes[at] == ' ' ? length : length * 10 + bytes[at] - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private static boolean matches(byte[] bytes, int from) {
        for (var i = 0; i < LENGTH.length; i++) {
            if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int status() {
        var bytes = buffer.array();
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    @Override
    public String text() {
        return new String(Arrays.copyOf(buffer.array(), buffer.position()), StandardCharsets.UTF_8);
    }
}
