package console.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The calls that the console passes on, from {@code console/calls.yaml}; it passes no other. */
@ApplicationScoped
class AllowList {

    private static final String FILE = "/console/calls.yaml";

    private final List<Line> lines;

    AllowList() {
        lines = read().stream().map(call -> new Line(call, call.pattern())).toList();
    }

    /** @param path below {@code /admin/api}, as it was sent: nothing is decoded */
    Verdict ask(String method, String path, List<String> roles) {
        var here = lines.stream().filter(line -> line.pattern().matcher(path).matches()).map(Line::call).toList();
        var fitting = here.stream().filter(call -> call.methods().contains(method)).toList();
        if (here.isEmpty()) {
            return new Verdict.Unknown();
        }
        if (fitting.isEmpty()) {
            var methods = new TreeSet<String>();
            here.forEach(call -> methods.addAll(call.methods()));
            return new Verdict.OtherMethod(Set.copyOf(methods));
        }
        return fitting.stream().filter(call -> call.isFor(roles)).findFirst()
                .<Verdict>map(Verdict.Allowed::new)
                .orElseGet(() -> new Verdict.OtherRole(fitting.getFirst().roles()));
    }

    List<AllowedCall> calls() {
        return lines.stream().map(Line::call).toList();
    }

    private static List<AllowedCall> read() {
        try (var file = AllowList.class.getResourceAsStream(FILE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<List<AllowedCall>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private record Line(AllowedCall call, Pattern pattern) {}
}
