package botdefense.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;

/**
 * A secret all instances share: who comes first makes it, the store keeps it. Signs challenges, and hides what must be
 * recognized but not read. Until the store has told it, one of this instance alone.
 */
@ApplicationScoped
public class SharedSecret implements Refreshed {

    private static final String KEY = "defense:secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int SHOWN_BYTES = 8;

    private final DefenseRedis redis;
    private final byte[] own = new byte[BYTES];
    private volatile byte[] shared;

    SharedSecret(DefenseRedis redis) {
        this.redis = redis;
        new SecureRandom().nextBytes(own);
    }

    /** A store that lost it is told again what is in use. */
    @Override
    public Uni<Void> refresh() {
        var offered = shared == null ? own : shared;
        return redis.ask(commands -> commands.set(KEY, offered, SetArgs.Builder.nx())
                .thenCompose(ignored -> commands.get(KEY)))
                .invoke(kept -> shared = kept)
                .replaceWithVoid();
    }

    public byte[] mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(shared == null ? own : shared, ALGORITHM));
            return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this JVM", e);
        }
    }

    /** The same for the same text, and nothing more can be told from it. */
    public String pseudonym(String text) {
        return HexFormat.of().formatHex(mac("pseudonym", text), 0, SHOWN_BYTES);
    }
}
