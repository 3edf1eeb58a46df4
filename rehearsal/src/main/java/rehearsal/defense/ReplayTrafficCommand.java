package rehearsal.defense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rehearsal replay-traffic}: what a policy makes of recorded or made-up traffic. Nothing is counted or kept. */
@Command(name = "replay-traffic", mixinStandardHelpOptions = true, description = "What a policy makes of traffic: "
        + "who gets what, by which signals, and which fans it would hurt.")
public final class ReplayTrafficCommand implements Callable<Integer> {

    @Option(names = "--stack", defaultValue = "http://localhost:8080", description = "Front door of a running stack.")
    String stack;

    @Option(names = "--admin", required = true, description = "E-mail of an admin.")
    String admin;

    @Option(names = "--password-file", required = true, description = "File with the admin's password.")
    Path passwordFile;

    @Option(names = "--traffic", description = "Recorded requests, a JSON document a line: label (fan or bot), kind, "
            + "device, network, address, protocol, headers, action. Without it some are made up.")
    Path traffic;

    @Option(names = "--policy", description = "A draft as JSON, whole or in part. Without it the policy in force.")
    Path policy;

    @Option(names = "--count", defaultValue = "2000", description = "How many requests to make up.")
    int count;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed makes up the same requests.")
    long seed;

    @Option(names = "--most-hurt", defaultValue = "100", description = "Ends with 1 if more percent of the fans "
            + "would get anything but through.")
    double mostHurt;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var clients = traffic == null ? Traffic.generated(count, seed) : Traffic.recorded(traffic);
        Map<String, Object> draft = policy == null
                ? Map.of()
                : new ObjectMapper().readValue(policy.toFile(), new TypeReference<>() {
                });
        var tables = new Tables();
        try (var stackClient = new ScoreClient(stack)) {
            stackClient.signIn(admin, Files.readString(passwordFile).strip());
            for (var client : clients) {
                tables.add(client, stackClient.score(client, draft));
            }
        }
        System.out.printf("%d requests%n%s", clients.size(), tables);
        return share(clients, tables) <= mostHurt ? 0 : 1;
    }

    private static double share(List<Client> clients, Tables tables) {
        var fans = clients.stream().filter(Client::isFan).count();
        return fans == 0 ? 0 : 100.0 * tables.hurtFans() / fans;
    }
}
