package waitingroom.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;

/** Reads the secret at start. Outside production one is made up when none is given; production refuses to start. */
class SecretProducer {

    private static final int BYTES = 32;

    @Produces
    @Singleton
    MasterSecret masterSecret(SecretConfig config, LaunchMode mode) {
        if (config.folder().isPresent()) {
            return new MasterSecret(read(config.folder().get().resolve("waiting-room.key")));
        }
        if (mode == LaunchMode.NORMAL) {
            throw new IllegalStateException("SECRETS_DIR is not set: it names the folder with waiting-room.key");
        }
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new MasterSecret(secret);
    }

    private static byte[] read(Path file) {
        try {
            var secret = Base64.getMimeDecoder().decode(Files.readString(file).strip());
            if (secret.length < BYTES) {
                throw new IllegalStateException("the secret is shorter than 32 bytes: " + file);
            }
            return secret;
        } catch (IOException e) {
            throw new IllegalStateException("the secret cannot be read: " + file, e);
        }
    }
}
