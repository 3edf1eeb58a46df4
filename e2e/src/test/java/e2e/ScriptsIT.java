package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of shop and console are sound TypeScript, which the bundler would not notice, and what in them needs no
 * page does what it should. The compiler comes from Maven, and Playwright brings the program that runs it.
 */
class ScriptsIT {

    private static final Path HOME = Path.of(System.getProperty("project.home", ".."));
    private static final Path TESTS = HOME.resolve("e2e/src/test/scripts");
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

    /** Strips the types of a folder's scripts, as the bundler does: from the first folder into the second. */
    private static final String STRIP = """
            const ts = require('./typescript.js');
            const [from, to] = process.argv.slice(2);
            const compilerOptions = { target: 'ES2022', module: 'ESNext', useDefineForClassFields: false };
            for (const file of ts.sys.readDirectory(from, ['.ts'])) {
              const { outputText } = ts.transpileModule(ts.sys.readFile(file), { compilerOptions });
              ts.sys.writeFile(file.replace(from, to).replace(/ts$/, 'js'), outputText, false);
            }
            """;

    private static final String AS_MODULES = """
            {"type": "module"}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void unpackCompiler() throws IOException {
        var jar = ScriptsIT.class.getResource(COMPILER + "/tsc.js").toString().replaceFirst("!.*", "");
        try (var files = FileSystems.newFileSystem(URI.create(jar), Map.of());
                var parts = Files.newDirectoryStream(files.getPath(COMPILER), "*.{js,ts}")) {
            for (var part : parts) {
                Files.copy(part, folder.resolve(part.getFileName().toString()));
            }
        }
    }

    @Test
    void scriptsOfShopAndConsoleHaveNoTypeErrors() throws Exception {
        var check = Files.writeString(folder.resolve("check.js"), CHECK);

        assertThat(
                run(check, HOME.resolve("ticketing-core/tsconfig.json"), HOME.resolve("admin-console/tsconfig.json")))
                .isEmpty();
    }

    @Test
    void whatNeedsNoPageDoesWhatItShould(@TempDir Path modules) throws Exception {
        var strip = Files.writeString(folder.resolve("strip.js"), STRIP);
        Files.writeString(modules.resolve("package.json"), AS_MODULES);
        run(strip, HOME.resolve("ticketing-core/src/main/resources/web/app"), makeFolder(modules, "shop"));
        run(strip, HOME.resolve("admin-console/src/main/resources/web/app"), makeFolder(modules, "console"));
        try (var scripts = Files.newDirectoryStream(TESTS)) {
            for (var script : scripts) {
                Files.copy(script, modules.resolve(script.getFileName()));
            }
        }

        try (var tests = Files.newDirectoryStream(modules, "*.test.js")) {
            for (var test : tests) {
                run(test);
            }
        }
    }

    private static Path makeFolder(Path parent, String name) throws IOException {
        return Files.createDirectory(parent.resolve(name));
    }

    /** What a script says that ends well. */
    private static String run(Path script, Path... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder().command().getFirst());
        command.add(script.toString());
        List.of(arguments).forEach(argument -> command.add(argument.toAbsolutePath().normalize().toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(script.getFileName() + ": " + output).isZero();
        return output;
    }
}
