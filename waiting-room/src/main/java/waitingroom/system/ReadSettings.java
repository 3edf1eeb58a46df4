package waitingroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.Config;

/** What can be set here, what it means, and what it is set to. */
@Singleton
class ReadSettings {

    private static final TypeReference<List<Described>> DESCRIBED = new TypeReference<>() {
    };

    private final Config config;
    private final List<Described> described;

    ReadSettings(Config config, ObjectMapper json) {
        this.config = config;
        try (var document = ReadSettings.class.getResourceAsStream("/system/settings.json")) {
            described = json.readValue(document, DESCRIBED);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings' descriptions are unreadable", e);
        }
    }

    List<Setting> all() {
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
    record Described(String property, String variable, String standard, String unit, String bounds, boolean secret,
            Map<String, String> meaning) {}

    /**
     * @param variable the environment variable that sets it
     * @param value    null when there is none; *** when it is a secret that is set
     * @param isSet    whether the environment says so, rather than the default
     * @param standard what it is when nobody says otherwise
     */
    record Setting(String property, String variable, String value, boolean isSet, String standard, String unit,
            String bounds, boolean secret, Map<String, String> meaning) {}
}
