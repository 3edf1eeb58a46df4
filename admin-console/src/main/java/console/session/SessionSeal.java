package console.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Encrypts what a cookie carries, and back (AES-256-GCM): the browser can neither read nor change it. */
@ApplicationScoped
class SessionSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PURPOSE = "console 2 ";

    private final SecretKey key;
    private final ObjectMapper mapper;

    SessionSeal(SessionConfig config, ObjectMapper mapper) {
        this.mapper = mapper;
        key = new SecretKeySpec(config.secretsDir().map(SessionSeal::read).orElseGet(() -> randomBytes(KEY_BYTES)),
                "AES");
    }

    String seal(Object content) {
        try {
            var nonce = randomBytes(NONCE_BYTES);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, content.getClass());
            var sealed = cipher.doFinal(mapper.writeValueAsBytes(content));
            var value = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(value.array());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a cookie cannot be sealed", e);
        }
    }

    /** Empty for everything that this key did not seal. */
    <T> Optional<T> open(String value, Class<T> type) {
        try {
            var bytes = Base64.getUrlDecoder().decode(value);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(bytes, 0, nonce, 0, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, type);
            var opened = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(mapper.readValue(opened, type));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    /** What was sealed as one thing is never opened as another. */
    private Cipher cipher(int mode, byte[] nonce, Class<?> type) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((PURPOSE + type.getSimpleName()).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] read(Path folder) {
        try {
            var bytes = Base64.getDecoder().decode(Files.readString(folder.resolve("console.key")).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException("console.key must hold 32 bytes in base64");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("console.key is unreadable in SECRETS_DIR", e);
        }
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
