package botdefense.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import contract.json.JsonRules;

/** Reads policies from YAML, of which JSON is a part. */
public final class PolicyReader {

    private static final ObjectMapper MAPPER = JsonRules.apply(new ObjectMapper(new YAMLFactory()));

    private PolicyReader() {}

    /** The policy this version comes with. */
    public static Policy builtIn() {
        try (var document = PolicyReader.class.getResourceAsStream("/defense/policy.yaml")) {
            return read(document);
        } catch (IOException e) {
            throw new UncheckedIOException("policy is unreadable", e);
        }
    }

    /** An operator's own, where there is one; a bad one fails the start rather than being silently left out. */
    public static Policy of(Path file) {
        try (var document = Files.newInputStream(file)) {
            return read(document);
        } catch (IOException e) {
            throw new UncheckedIOException("policy is unreadable: " + file, e);
        }
    }

    public static Policy read(InputStream document) throws IOException {
        try {
            return MAPPER.readValue(document, Policy.class);
        } catch (ValueInstantiationException invalid) {
            if (invalid.getCause() instanceof InvalidPolicyException cause) {
                throw cause;
            }
            throw invalid;
        }
    }
}
