package ticketing.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import standalone.testing.SettingsOfModule;

/** What can be set is described, with its meaning in both languages: the console's settings page lives on it. */
class SettingsTest {

    private final SettingsOfModule settings = SettingsOfModule.here();

    @Test
    void everySettingIsDescribedInBothLanguages() {
        assertThat(settings.described("property")).doesNotHaveDuplicates().containsAll(settings.mapped());
        assertThat(settings.withoutMeaning("en", "de")).isEmpty();
    }

    @Test
    void everyVariableOfTheServiceIsNamed() {
        assertThat(settings.described("variable")).containsAll(settings.variables());
    }
}
