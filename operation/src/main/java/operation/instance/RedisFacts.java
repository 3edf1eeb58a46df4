package operation.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What Redis says of itself, by its own names; a cluster says it of one of its nodes. */
public record RedisFacts(Map<String, String> byName) {

    private static final List<String> SECTIONS = List.of("server", "memory", "clients");

    /** @param information what Redis answers when it is asked for a section of its INFO */
    public static RedisFacts read(UnaryOperator<String> information) {
        var facts = new HashMap<String, String>();
        for (var section : SECTIONS) {
            for (var line : information.apply(section).split("\r?\n")) {
                var parts = line.split(":", 2);
                if (parts.length == 2) {
                    facts.put(parts[0], parts[1].strip());
                }
            }
        }
        return new RedisFacts(Map.copyOf(facts));
    }

    /** As it stands there; null where it does not say, which JSON then says too. */
    public String text(String name) {
        return byName.get(name);
    }

    /** Null where it does not say, or says that there is no bound. */
    public Long number(String name) {
        var text = byName.getOrDefault(name, "");
        return text.matches("[1-9]\\d{0,17}") ? Long.valueOf(text) : null;
    }
}
