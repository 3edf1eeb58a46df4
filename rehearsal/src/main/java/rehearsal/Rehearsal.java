package rehearsal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import rehearsal.bench.BenchCommand;
import rehearsal.defense.ReplayTrafficCommand;
import rehearsal.verify.ExportLogCommand;
import rehearsal.verify.VerifyDrawCommand;
import rehearsal.verify.VerifyLogCommand;
import rehearsal.verify.VerifyReceiptCommand;

/** The command line: checks, from outside, what the stack promises, and measures how fast it is. Ends with 0 if it holds, 1 if not, 2 if misused. */
@Command(name = "rehearsal", mixinStandardHelpOptions = true, description = "Checks what the stack promises.")
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String... arguments) {
        var line = new CommandLine(new Rehearsal())
                .addSubcommand(new VerifyDrawCommand())
                .addSubcommand(new VerifyLogCommand())
                .addSubcommand(new VerifyReceiptCommand())
                .addSubcommand(new ExportLogCommand())
                .addSubcommand(new ReplayTrafficCommand())
                .addSubcommand(new BenchCommand());
        System.exit(line.execute(arguments));
    }
}
