package waitingroom.secret;

import java.nio.charset.StandardCharsets;

/**
 * The one secret of the waiting room, from which a key is derived for each purpose (HKDF with SHA-256, RFC 5869), so
 * that what leaks of one says nothing about another. All instances share it.
 */
public final class MasterSecret {

    private final byte[] pseudorandomKey;

    public MasterSecret(byte[] secret) {
        this.pseudorandomKey = hmac(new byte[32], secret);
    }

    /** 32 bytes for one purpose; the first and only block of HKDF's expansion. */
    public byte[] keyFor(String purpose) {
        return hmac(pseudorandomKey, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        return new KeyedMac(key).of(message);
    }
}
