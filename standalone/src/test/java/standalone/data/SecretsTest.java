package standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void onlyTheirOwnerMayReadThem() throws IOException {
        var secrets = Secrets.in(directory.resolve("secrets"));
        secrets.password("database");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.directory())))
                .isEqualTo("rwx------");
        try (var files = Files.list(secrets.directory())) {
            assertThat(files).hasSize(6).allSatisfy(file -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void theyAreMadeOnce() throws IOException {
        var first = Secrets.in(directory);
        var password = first.password("database");
        var key = Files.readString(directory.resolve("waiting-room.key"));
        var staff = Files.readString(directory.resolve("staff-private.pem"));

        var second = Secrets.in(directory);

        assertThat(second.password("database")).isEqualTo(password);
        assertThat(Files.readString(directory.resolve("waiting-room.key"))).isEqualTo(key);
        assertThat(Files.readString(directory.resolve("staff-private.pem"))).isEqualTo(staff);
    }

    @Test
    void keysAreThirtyTwoRandomBytes() throws IOException {
        Secrets.in(directory);

        for (var name : new String[]{ "waiting-room.key", "ticket.key", "console.key" }) {
            assertThat(Base64.getDecoder().decode(Files.readString(directory.resolve(name)).strip())).hasSize(32);
        }
        assertThat(Files.readString(directory.resolve("ticket.key")))
                .isNotEqualTo(Files.readString(directory.resolve("console.key")));
    }

    @Test
    void theStaffKeysBelongTogether() throws IOException, GeneralSecurityException {
        Secrets.in(directory);
        var keys = KeyFactory.getInstance("EC");
        var signature = Signature.getInstance("SHA256withECDSA");

        signature.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(pem("staff-private.pem"))));
        signature.update((byte) 1);
        var signed = signature.sign();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(pem("staff-public.pem"))));
        signature.update((byte) 1);

        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void anAdminFromTheEnvironmentIsWrittenNowhere() {
        try (var data = DataFolder.open(directory)) {
            var admin = FirstAdmin.of(Map.of("ADMIN_EMAIL", "a@example.org", "ADMIN_PASSWORD", "correct horse"), data,
                    Secrets.in(data.path("secrets")));

            assertThat(admin.email()).isEqualTo("a@example.org");
            assertThat(admin.password()).isEqualTo("correct horse");
            assertThat(admin.passwordFile()).isEmpty();
            assertThat(directory.resolve("admin-password")).doesNotExist();
            assertThat(admin.toString()).doesNotContain("horse");
        }
    }

    @Test
    void otherwiseTheFirstAdminsPasswordIsInAFile() throws IOException {
        try (var data = DataFolder.open(directory)) {
            var secrets = Secrets.in(data.path("secrets"));
            var admin = FirstAdmin.of(Map.of(), data, secrets);

            assertThat(admin.passwordFile()).contains(directory.toAbsolutePath().resolve("admin-password"));
            assertThat(Files.readString(directory.resolve("admin-password")).strip()).isEqualTo(admin.password());
            assertThat(FirstAdmin.of(Map.of(), data, secrets)).isEqualTo(admin);
        }
    }

    private byte[] pem(String name) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(directory.resolve(name)).replaceAll("-----.*-----", ""));
    }
}
