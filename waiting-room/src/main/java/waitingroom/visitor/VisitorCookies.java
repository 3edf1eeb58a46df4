package waitingroom.visitor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import waitingroom.secret.KeyedMac;
import waitingroom.secret.MasterSecret;
import waitingroom.visitor.Visitor.HeldPlace;

/**
 * Writes and reads the {@code visitor} cookie: one version byte, then every field with its length in front, so that no
 * byte can move from one field to the next, and a MAC over all of it. No signature is made on the way to a place.
 */
@Singleton
public class VisitorCookies {

    /** The cookie's name. */
    public static final String NAME = "visitor";

    private static final int VERSION = 1;
    private static final int MAC_BYTES = 32;
    private static final int MOST_CHARACTERS = 3_000;
    private static final int RANDOM_ID_BYTES = 15;
    private static final Duration LIFE = Duration.ofDays(7);

    private final KeyedMac mac;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    VisitorCookies(MasterSecret secret, VisitorConfig config) {
        this.mac = new KeyedMac(secret.keyFor("visitor-cookie"));
        this.secure = config.publicUrl().startsWith("https:");
    }

    /** A visitor whom only the cookie binds. */
    public Visitor anonymous(Instant readyAt) {
        var id = new byte[RANDOM_ID_BYTES];
        random.nextBytes(id);
        // No thumbprint contains a tilde, so no key can be made that takes this visitor's places.
        return new Visitor("~" + Base64.getUrlEncoder().withoutPadding().encodeToString(id), Optional.empty(), readyAt,
                List.of());
    }

    public NewCookie cookieOf(Visitor visitor) {
        return new NewCookie.Builder(NAME).value(write(visitor)).path("/").httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.LAX).maxAge((int) LIFE.toSeconds()).build();
    }

    String write(Visitor visitor) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(visitor.id());
            out.writeUTF(visitor.thumbprint().orElse(""));
            out.writeLong(visitor.readyAt().toEpochMilli());
            out.writeByte(visitor.places().size());
            for (var place : visitor.places()) {
                out.writeUTF(place.release());
                out.writeUTF(place.incarnation());
                out.writeLong(place.place());
            }
            out.write(mac.of(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text(bytes.toByteArray());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The visitor a cookie names; empty when there is none, or none of our making. */
    public Optional<Visitor> read(String cookie) {
        if (cookie == null || cookie.isEmpty() || cookie.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cookie);
            // One spelling only: base64 has spare bits that the MAC does not see.
            if (bytes.length <= MAC_BYTES || !text(bytes).equals(cookie)) {
                return Optional.empty();
            }
            var content = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
            var told = Arrays.copyOfRange(bytes, content.length, bytes.length);
            return MessageDigest.isEqual(mac.of(content), told) ? parse(content) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Visitor> parse(byte[] content) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            var id = in.readUTF();
            var thumbprint = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
            var readyAt = Instant.ofEpochMilli(in.readLong());
            var places = new ArrayList<HeldPlace>();
            for (var left = in.readByte(); left > 0; left--) {
                places.add(new HeldPlace(in.readUTF(), in.readUTF(), in.readLong()));
            }
            return Optional.of(new Visitor(id, thumbprint, readyAt, List.copyOf(places)));
        } catch (IOException cannotBeOurs) {
            return Optional.empty();
        }
    }
}
