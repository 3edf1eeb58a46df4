package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop's scripts are sound TypeScript: the bundler only strips types, this checks them. The compiler comes from
 * Maven, and Playwright brings the program that runs it.
 */
class TypesIT {

    private static final Path CORE = Path.of(System.getProperty("project.home", ".."), "ticketing-core");
    private static final String COMPILER = "/META-INF/resources/webjars/typescript/5.9.2/lib";

    @Test
    void scriptsOfTheShopHaveNoTypeErrors(@TempDir Path folder) throws Exception {
        unpackCompiler(folder);
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder().command().getFirst();

        var compiler = new ProcessBuilder(List.of(node, folder.resolve("tsc.js").toString(), "--project",
                CORE.resolve("tsconfig.json").toString())).redirectErrorStream(true).start();
        var complaints = new String(compiler.getInputStream().readAllBytes());

        assertThat(complaints).isEmpty();
        assertThat(compiler.waitFor()).isZero();
    }

    private static void unpackCompiler(Path folder) throws IOException {
        var jar = TypesIT.class.getResource(COMPILER + "/tsc.js").toString().replaceFirst("!.*", "");
        try (var files = FileSystems.newFileSystem(URI.create(jar), Map.of());
                var parts = Files.newDirectoryStream(files.getPath(COMPILER), "*.{js,ts}")) {
            for (var part : parts) {
                Files.copy(part, folder.resolve(part.getFileName().toString()));
            }
        }
    }
}
