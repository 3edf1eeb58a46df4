package console.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How staff stay signed in. */
@ConfigMapping(prefix = "console.session")
interface SessionConfig {

    /**
     * The folder with {@code console.key}, which seals the session cookies. All instances need the same one; without
     * it a key is made that lasts until this process ends, and everybody signs in again afterwards.
     */
    Optional<Path> secretsDir();

    /** The address staff open in the browser. When it is https, the cookie travels over https only. */
    URI publicUrl();
}
