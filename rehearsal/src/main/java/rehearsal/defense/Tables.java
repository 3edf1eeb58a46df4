package rehearsal.defense;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** What a policy makes of traffic: who gets what, which signals did it, and which fans it would hurt. */
final class Tables {

    private static final List<String> VERDICTS = List.of("ALLOW", "THROTTLE", "CHALLENGE", "REVIEW", "DENY");

    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private final Map<String, Map<String, Integer>> enforced = new TreeMap<>();
    private final Map<String, Contribution> signals = new TreeMap<>();
    private final Map<String, Hurt> fans = new TreeMap<>();

    private record Contribution(int bots, int fans, long points) {}

    private record Hurt(int all, int hurt) {}

    void add(Client client, JsonNode score) {
        var who = client.label() + ": " + client.kind();
        var verdict = score.path("verdict").asText();
        confusion.computeIfAbsent(who, name -> new LinkedHashMap<>()).merge(verdict, 1, Integer::sum);
        enforced.computeIfAbsent(who, name -> new LinkedHashMap<>())
                .merge(score.path("enforced").path("verdict").asText(verdict), 1, Integer::sum);
        for (var signal : score.path("signals")) {
            signals.merge(signal.path("id").asText(),
                    new Contribution(client.isFan() ? 0 : 1, client.isFan() ? 1 : 0, signal.path("points").asLong()),
                    (one, other) -> new Contribution(one.bots() + other.bots(), one.fans() + other.fans(),
                            one.points() + other.points()));
        }
        if (client.isFan()) {
            var hurt = verdict.equals("ALLOW") ? 0 : 1;
            for (var group : List.of("device " + client.device(), "network " + client.network())) {
                fans.merge(group, new Hurt(1, hurt),
                        (one, other) -> new Hurt(one.all() + other.all(), one.hurt() + other.hurt()));
            }
        }
    }

    /** Fans that would get anything but through. */
    int hurtFans() {
        return fans.entrySet().stream().filter(group -> group.getKey().startsWith("device"))
                .mapToInt(group -> group.getValue().hurt()).sum();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        verdicts(text, "What they would get if every rule that is not off counted", confusion);
        verdicts(text, "What they get now, with rules in shadow left out", enforced);
        text.append("%nSignals%n%-24s %10s %10s %12s%n".formatted("", "bots", "fans", "points"));
        signals.forEach((id, seen) -> text.append("%-24s %10d %10d %12d%n"
                .formatted(id, seen.bots(), seen.fans(), seen.points())));
        text.append("%nFans who would be hurt%n%-24s %10s %10s %9s%n".formatted("", "fans", "hurt", "share"));
        fans.forEach((group, seen) -> text.append("%-24s %10d %10d %8.2f%%%n"
                .formatted(group, seen.all(), seen.hurt(), 100.0 * seen.hurt() / seen.all())));
        return text.toString();
    }

    private static void verdicts(StringBuilder text, String title, Map<String, Map<String, Integer>> table) {
        text.append("%n%s%n%-40s".formatted(title, ""));
        VERDICTS.forEach(verdict -> text.append("%11s".formatted(verdict)));
        text.append(System.lineSeparator());
        table.forEach((who, got) -> {
            text.append("%-40s".formatted(who));
            VERDICTS.forEach(verdict -> text.append("%11d".formatted(got.getOrDefault(verdict, 0))));
            text.append(System.lineSeparator());
        });
    }
}
