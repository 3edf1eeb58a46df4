package standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./run} does before there is a Java to run. */
class ToolchainIT {

    private static final Path SCRIPT = Path.of("../build/toolchain.sh").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "openjdk version \"25.0.1\" 2025-10-21|25", "openjdk version \"21\"|21",
            "java version \"1.8.0_402\"|8", "openjdk version \"26-ea\" 2026-03-17|26" })
    void everyKindOfVersionIsUnderstood(String line, String version) throws Exception {
        jdk("some", line);

        assertThat(bash("jdk_version " + directory.resolve("some"))).isEqualTo(version);
    }

    @Test
    void whatHasNoCompilerIsNoJdk() throws Exception {
        var jdk = jdk("some", "openjdk version \"25\"");
        Files.delete(jdk.resolve("bin/javac"));

        assertThat(bash("jdk_version " + jdk)).isEmpty();
    }

    @Test
    void aMavenThatIsTooOldIsNamed() throws Exception {
        program(directory.resolve("mvn"), "echo 'Apache Maven 3.6.3'");

        assertThat(bash("JDK_VERSION=21; PATH=" + directory + ":$PATH; find_maven"))
                .contains("Maven 3.8 or newer is needed").contains("is 3.6.3");
    }

    private Path jdk(String name, String versionLine) throws IOException {
        var jdk = directory.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        program(jdk.resolve("bin/java"), "echo '" + versionLine + "' >&2; echo 'OpenJDK Runtime Environment' >&2");
        program(jdk.resolve("bin/javac"), "true");
        return jdk;
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String bash(String script) throws Exception {
        var process = new ProcessBuilder("bash", "-c", ". " + SCRIPT + "; " + script).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output;
    }
}
