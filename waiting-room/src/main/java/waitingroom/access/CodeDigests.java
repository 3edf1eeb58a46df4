package waitingroom.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import jakarta.inject.Singleton;

import waitingroom.release.StoredRelease;
import waitingroom.secret.MasterSecret;

/**
 * What is kept in place of codes and addresses: keyed hashes. Whoever copies the store cannot even try short codes,
 * because the key is not in it.
 */
@Singleton
class CodeDigests {

    private static final int BYTES = 16;

    private final byte[] key;

    CodeDigests(MasterSecret secret) {
        this.key = secret.keyFor("access-codes");
    }

    String of(StoredRelease stored, AccessCode code) {
        return digest(stored.incarnation() + " code " + code.text());
    }

    String ofAddress(StoredRelease stored, String address) {
        return digest(stored.incarnation() + " address " + address);
    }

    private String digest(String text) {
        var mac = MasterSecret.hmac(key, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
    }
}
