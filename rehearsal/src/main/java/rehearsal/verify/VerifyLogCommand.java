package rehearsal.verify;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rehearsal verify-log}: checks the log of a release against its signature and against fairness. */
@Command(name = "verify-log", mixinStandardHelpOptions = true, description = "Checks that a fairness log is the signed one, and that what it tells was fair.")
public final class VerifyLogCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FAIRNESS", description = "Address of a release's fairness page, or a directory written by export-log.")
    String source;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = LogCheck.check(Published.from(source));
        System.out.print(report);
        return report.sound() ? 0 : 1;
    }
}
