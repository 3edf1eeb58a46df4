package rehearsal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import rehearsal.verify.ExportLogCommand;
import rehearsal.verify.VerifyDrawCommand;
import rehearsal.verify.VerifyLogCommand;
import rehearsal.verify.VerifyReceiptCommand;

/** The command line: checks, from outside, what the stack promises. Ends with 0 if it holds, 1 if not, 2 if misused. */
@Command(name = "rehearsal", mixinStandardHelpOptions = true, description = "Checks, from outside, what the stack promises.", subcommands = {
        VerifyDrawCommand.class, VerifyLogCommand.class, VerifyReceiptCommand.class,
        ExportLogCommand.class })
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Rehearsal()).execute(arguments));
    }
}
