package standalone.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the last words of a child that did not start into one line with a cure. */
final class Diagnosis {

    /** The port of a killed child may be held for a moment by what is left of it. */
    private static final String PASSING = "Address already in use";
    private static final Map<String, String> CURES = cures();

    private Diagnosis() {}

    static String of(String name, List<String> lastLines) {
        for (var cure : CURES.entrySet()) {
            if (lastLines.stream().anyMatch(line -> line.contains(cure.getKey()))) {
                return name + " did not start: " + cure.getValue();
            }
        }
        return name + " did not start: " + lastWords(lastLines);
    }

    /** Whether trying again cannot help: the cause is known, and is not a matter of a moment. */
    static boolean isFinal(List<String> lastLines) {
        return CURES.keySet().stream().filter(cause -> !cause.equals(PASSING))
                .anyMatch(cause -> lastLines.stream().anyMatch(line -> line.contains(cause)));
    }

    private static String lastWords(List<String> lines) {
        return lines.reversed().stream().filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .findFirst().orElse("it ended without a word.");
    }

    private static Map<String, String> cures() {
        var cures = new LinkedHashMap<String, String>();
        cures.put("No space left on device", "the disk is full; free some space and start again.");
        cures.put("database files are incompatible with server", "the data was written by another major version of"
                + " PostgreSQL; use the version it was written with, or another --data directory.");
        cures.put(PASSING, "its port is taken by another program.");
        cures.put("Cannot allocate memory", "there is not enough memory.");
        cures.put("Could not reserve enough space", "there is not enough memory.");
        cures.put("Permission denied", "a file may not be read or written; check who owns the data directory.");
        cures.put("Operation not permitted", "the system forbids it; PostgreSQL refuses to run as root where user"
                + " namespaces are forbidden: start as a normal user.");
        return cures;
    }
}
