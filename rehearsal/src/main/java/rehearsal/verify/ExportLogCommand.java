package rehearsal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rehearsal export-log}: keeps what is published, to check it later without the stack. */
@Command(name = "export-log", mixinStandardHelpOptions = true, description = "Keeps what a release publishes.")
public final class ExportLogCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FAIRNESS", description = "Address of the fairness page.")
    String source;

    @Parameters(index = "1", paramLabel = "DIRECTORY", description = "Where to write; made if it is not there.")
    Path directory;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var published = Published.from(source);
        published.export(directory);
        System.out.printf("%d entries written to %s%n", published.log().size(), directory);
        return 0;
    }
}
