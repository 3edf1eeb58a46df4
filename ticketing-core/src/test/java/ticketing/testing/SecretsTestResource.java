package ticketing.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The secrets that the launcher makes at a first start, made anew for every run of the tests; and a first admin. */
public class SecretsTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN_EMAIL = "admin@example.org";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    private static final int KEY_BYTES = 32;
    private static final int PEM_WIDTH = 64;

    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("ticketing-secrets");
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            write("staff-private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write("staff-public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            write("ticket.key", Base64.getEncoder().encodeToString(key));
            return Map.of("SECRETS_DIR", folder.toString(), "ADMIN_EMAIL", ADMIN_EMAIL,
                    "ADMIN_PASSWORD", ADMIN_PASSWORD,
                    // Receivers of webhooks listen on this machine in tests.
                    "WEBHOOK_ALLOWED_NETWORKS", "127.0.0.1/32");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for secrets", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    @Override
    public void stop() {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("secrets not removed", e);
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(PEM_WIDTH, "\n".getBytes(US_ASCII)).encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
    }
}
