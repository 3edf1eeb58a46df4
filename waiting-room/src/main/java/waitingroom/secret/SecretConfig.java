package waitingroom.secret;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the waiting room's secret lies. */
@ConfigMapping(prefix = "waiting-room.secret")
interface SecretConfig {

    /**
     * The folder that holds {@code waiting-room.key}, 32 random bytes in base64. Every instance needs the same file:
     * another one makes every visitor's cookie a forgery and the stored signing keys unreadable.
     */
    Optional<Path> folder();
}
