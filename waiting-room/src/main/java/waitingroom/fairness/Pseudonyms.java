package waitingroom.fairness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import jakarta.inject.Singleton;

import waitingroom.secret.KeyedMac;
import waitingroom.secret.MasterSecret;

/** Names visitors in the log so that each can prove which entry is theirs, and nobody else can tell. */
@Singleton
public class Pseudonyms {

    private static final int NONCE_BYTES = 16;
    private static final int NAME_BYTES = 20;

    private final KeyedMac nonces;

    Pseudonyms(MasterSecret secret) {
        this.nonces = new KeyedMac(secret.keyFor("fairness-nonce"));
    }

    /** Of one visitor in one release; the same on every instance and at every time. */
    public Pseudonym of(String incarnation, String visitor) {
        var nonce = Arrays.copyOf(nonces.of(utf8(incarnation + " " + visitor)), NONCE_BYTES);
        var name = Arrays.copyOf(MasterSecret.hmac(nonce, utf8(visitor)), NAME_BYTES);
        return new Pseudonym(base64(name), base64(nonce));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @param name  stands in the log
     * @param nonce turns the visitor into the name; for the visitor alone
     */
    public record Pseudonym(String name, String nonce) {}
}
