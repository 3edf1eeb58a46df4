package ticketing.availability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;
import ticketing.availability.StreamMessage.Told;

/** A snapshot as bytes, ready to be sent: plain, and packed once for all who can unpack. */
record PostedSnapshot(Told told, String etag, Buffer plain, Buffer packed) {

    static PostedSnapshot of(Told told, String etag) {
        var bytes = told.json().getBytes(StandardCharsets.UTF_8);
        return new PostedSnapshot(told, etag, Buffer.buffer(bytes), Buffer.buffer(pack(bytes)));
    }

    private static byte[] pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory that cannot be written", e);
        }
        return packed.toByteArray();
    }
}
