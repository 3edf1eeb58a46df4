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
 * The scripts of shop and console are sound TypeScript: the bundler only strips types, this checks them. The compiler
 * comes from Maven, and Playwright brings the program that runs it.
 */
class TypesIT {

    private static final Path HOME = Path.of(System.getProperty("project.home", ".."));
    private static final String COMPILER = "/META-INF/resources/webjars/typescript/5.9.2/lib";

    /** Checks every project it is given; the language's own declarations, which are most of the work, are read once. */
    private static final String CHECK = """
            const ts = require('./typescript.js');
            const known = new Map();
            for (const file of process.argv.slice(2)) {
              const config = ts.getParsedCommandLineOfConfigFile(file, {}, { ...ts.sys,
                onUnRecoverableConfigFileDiagnostic: problem => { throw new Error(problem.messageText); } });
              const host = ts.createCompilerHost(config.options);
              const read = host.getSourceFile;
              host.getSourceFile = (name, ...rest) => {
                if (!known.has(name)) known.set(name, read.call(host, name, ...rest));
                return known.get(name);
              };
              const program = ts.createProgram(config.fileNames, config.options, host);
              const complaints = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
              process.stdout.write(ts.formatDiagnostics(complaints, host));
            }
            """;

    @Test
    void scriptsOfShopAndConsoleHaveNoTypeErrors(@TempDir Path folder) throws Exception {
        unpackCompiler(folder);
        var check = Files.writeString(folder.resolve("check.js"), CHECK);
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder().command().getFirst();

        var compiler = new ProcessBuilder(List.of(node, check.toString(), config("ticketing-core"),
                config("admin-console"))).redirectErrorStream(true).start();
        var complaints = new String(compiler.getInputStream().readAllBytes());

        assertThat(complaints).isEmpty();
        assertThat(compiler.waitFor()).isZero();
    }

    private static String config(String module) {
        return HOME.resolve(module).resolve("tsconfig.json").toAbsolutePath().toString();
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
