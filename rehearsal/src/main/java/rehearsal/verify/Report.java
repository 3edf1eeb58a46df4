package rehearsal.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a check brought to light: facts to read, and findings that ought not to be there. */
final class Report {

    private static final int SHOWN = 20;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    Report fact(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    Report finding(String text) {
        findings.add(text);
        return this;
    }

    Report expect(boolean holds, String otherwise) {
        return holds ? this : finding(otherwise);
    }

    boolean sound() {
        return findings.isEmpty();
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    Object fact(String name) {
        return facts.get(name);
    }

    String json() throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("sound", sound(), "facts", facts, "findings", findings)) + "\n";
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        facts.forEach((name, value) -> text.append("  %-24s %s%n".formatted(name, value)));
        findings.stream().limit(SHOWN).forEach(finding -> text.append("  WRONG: %s%n".formatted(finding)));
        return text.append(sound() ? "sound%n".formatted() : "%d findings%n".formatted(findings.size())).toString();
    }
}
