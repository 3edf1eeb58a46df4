package ticketing.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and checks passwords with Argon2id. A check costs the same whether the account exists or not. */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final StaffConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore room;
    private final PasswordHash nobody;

    Passwords(StaffConfig config) {
        this.config = config;
        this.room = new Semaphore(config.hashesAtOnce());
        this.nobody = new PasswordHash(config.hashMemoryKib(), config.hashPasses(), new byte[SALT_BYTES],
                new byte[HASH_BYTES]);
    }

    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var hash = derive(password, salt, config.hashMemoryKib(), config.hashPasses());
        return new PasswordHash(config.hashMemoryKib(), config.hashPasses(), salt, hash).phc();
    }

    /** @param phc the account's hash; empty when there is no such account, or it has no password yet */
    public boolean matches(String password, Optional<String> phc) {
        var known = phc.flatMap(PasswordHash::parse);
        var hash = known.orElse(nobody);
        var equal = MessageDigest.isEqual(hash.hash(),
                derive(password, hash.salt(), hash.memoryKib(), hash.passes()));
        return equal && known.isPresent();
    }

    private byte[] derive(String password, byte[] salt, int memoryKib, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt).withMemoryAsKB(memoryKib)
                .withIterations(passes).withParallelism(1).build());
        var hash = new byte[HASH_BYTES];
        room.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(UTF_8), hash);
        } finally {
            room.release();
        }
        return hash;
    }
}
