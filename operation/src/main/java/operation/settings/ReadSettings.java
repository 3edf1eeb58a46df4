package operation.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.Config;

/** What can be set here, what it means, and what it is set to. */
public final class ReadSettings {

    private static final TypeReference<List<Described>> DESCRIBED = new TypeReference<>() {
    };

    private final Config config;
    private final List<Described> described;

    /** @param descriptions the service's own list of them, which is told as it is but for the values */
    public ReadSettings(Config config, ObjectMapper json, URL descriptions) {
        this.config = config;
        try (var document = descriptions.openStream()) {
            described = json.readValue(document, DESCRIBED);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings' descriptions are unreadable", e);
        }
    }

    /** All of them, in the order of the list. */
    public List<Setting> all() {
        return described.stream().map(this::read).toList();
    }

    private Setting read(Described setting) {
        var value = Optional.ofNullable(config.getConfigValue(setting.property()).getValue())
                .filter(text -> !text.isEmpty());
        var shown = setting.secret() ? value.map(text -> "***") : value.map(ReadSettings::withoutPassword);
        var isSet = config.getOptionalValue(setting.variable(), String.class).isPresent();
        return new Setting(setting.property(), setting.variable(), shown.orElse(null), isSet, setting.standard(),
                setting.unit(), setting.bounds(), setting.secret(), setting.meaning());
    }

    /** Addresses may carry a password. */
    private static String withoutPassword(String value) {
        return value.replaceAll("//[^/@\\s]*@", "//***@").replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
    }

    /** @param meaning by language */
    private record Described(String property, String variable, String standard, String unit, String bounds,
            boolean secret,
            Map<String, String> meaning) {}

    /**
     * @param variable the environment variable that sets it
     * @param value    null when there is none; *** when it is a secret that is set
     * @param isSet    whether the environment says so, rather than the default
     * @param standard what it is when nobody says otherwise
     */
    public record Setting(String property, String variable, String value, boolean isSet, String standard, String unit,
            String bounds, boolean secret, Map<String, String> meaning) {}
}
