package rehearsal.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One keep-alive connection that has at most one request under way. Reads answers that tell their length, and those
 * that come in chunks, which it puts together only for who asks for their text.
 */
final class Line implements Answer {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** Anywhere, also in the middle of a word. */
    private static final Pattern CHUNK_LENGTH = Pattern.compile("\r\n[0-9A-Fa-f]+\r\n");
    private static final int STATUS_AT = 9;
    private static final int UNTIL_LAST_CHUNK = -1;

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
        return complete == UNTIL_LAST_CHUNK ? endsWithLastChunk() : complete > 0 && buffer.position() >= complete;
    }

    private boolean endsWithLastChunk() {
        var end = buffer.position();
        return Arrays.equals(buffer.array(), Math.max(0, end - LAST_CHUNK.length), end, LAST_CHUNK, 0,
                LAST_CHUNK.length);
    }

    /** Of head and body; 0 while the head is not there yet. */
    private static int lengthOf(byte[] bytes, int end) {
        for (var i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return find(bytes, i, CHUNKED) > 0 ? UNTIL_LAST_CHUNK : i + 1 + bodyLength(bytes, i);
            }
        }
        return 0;
    }

    private static int bodyLength(byte[] bytes, int headEnd) {
        var found = find(bytes, headEnd, LENGTH);
        var length = 0;
        for (var at = found + LENGTH.length; found > 0 && bytes[at] != '\r'; at++) {
            length = bytes[at] == ' ' ? length : length * 10 + bytes[at] - '0';
        }
        return length;
    }

    /** Where a header of that name stands in the head; 0 if it does not. */
    private static int find(byte[] bytes, int headEnd, byte[] header) {
        for (var i = STATUS_AT; i < headEnd - header.length; i++) {
            if (bytes[i - 1] == '\n' && matches(bytes, i, header)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean matches(byte[] bytes, int from, byte[] header) {
        for (var i = 0; i < header.length; i++) {
            if ((bytes[from + i] | 0x20) != (header[i] | 0x20)) {
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
        var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        return complete == UNTIL_LAST_CHUNK ? CHUNK_LENGTH.matcher(text).replaceAll("") : text;
    }
}
