package rehearsal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, run against the stage's database. Comes with PostgreSQL, not with this project. */
record PgBench(int port, String user, String password) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** Transactions per second of so many clients, with prepared statements, the cheapest way there is. */
    double run(Path script, int clients, Duration length, Map<String, Object> variables) throws IOException {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U",
                user, "-c", String.valueOf(clients), "-j", "1", "-M", "prepared", "-T",
                String.valueOf(Math.max(1, length.toSeconds())), "-f", script.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add("ticketing");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var output = new String(start(builder).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (!rate.find() || output.contains("aborted") || output.contains("ERROR")) {
            throw new IOException("pgbench failed: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("pgbench is not here; it comes with PostgreSQL (Debian: postgresql-contrib)", e);
        }
    }
}
