package rehearsal.verify;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rehearsal verify-draw}: recomputes a draw, or one place of it. */
@Command(name = "verify-draw", mixinStandardHelpOptions = true, description = "Recomputes a draw, or one place.")
public final class VerifyDrawCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FAIRNESS", description = "Address of the fairness page, or an export.")
    String source;

    @Option(names = "--index", description = "The lobby index whose place to recompute.")
    Long index;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var published = Published.from(source);
        var report = DrawCheck.check(published);
        if (index != null && report.sound()) {
            DrawCheck.place(published, index, report);
        }
        System.out.print(report);
        return report.sound() ? 0 : 1;
    }
}
