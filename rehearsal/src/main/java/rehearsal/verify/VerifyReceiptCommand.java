package rehearsal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rehearsal verify-receipt}: checks one fan's receipt against the published keys. */
@Command(name = "verify-receipt", mixinStandardHelpOptions = true, description = "Checks one fan's receipt.")
public final class VerifyReceiptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FAIRNESS", description = "Address of the fairness page, or an export.")
    String source;

    @Parameters(index = "1", paramLabel = "RECEIPT", description = "The receipt, as it was downloaded.")
    Path receipt;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = ReceiptCheck.check(Published.from(source), new ObjectMapper().readTree(receipt.toFile()));
        System.out.print(report);
        return report.sound() ? 0 : 1;
    }
}
