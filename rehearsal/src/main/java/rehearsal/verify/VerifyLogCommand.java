package rehearsal.verify;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rehearsal verify-log}: checks the log of a release against its signature and against fairness. */
@Command(name = "verify-log", mixinStandardHelpOptions = true, description = "Checks a log and its signature.")
public final class VerifyLogCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FAIRNESS", description = "Address of the fairness page, or an export.")
    String source;

    @Option(names = "--json", description = "Writes facts and findings as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = LogCheck.check(Published.from(source));
        System.out.print(json ? report.json() : report);
        return report.sound() ? 0 : 1;
    }
}
