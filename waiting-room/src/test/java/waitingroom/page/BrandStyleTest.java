package waitingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any colour an organizer may choose, made readable. */
class BrandStyleTest {

    private static final Pattern ACCENT = Pattern.compile("--accent:#(\\w{6});--on-accent:#(\\w{6})");

    static Stream<String> colors() {
        return Stream.concat(Stream.of("000000", "ffffff", "808080", "ffff00", "00ff00", "0000ff", "777777"),
                IntStream.range(0, 125)
                        .mapToObj(i -> "%02x%02x%02x".formatted(i % 5 * 63, i / 5 % 5 * 63, i / 25 * 63)));
    }

    /** Papers and cards of the style sheet in both schemes, then the text on the accent. */
    @ParameterizedTest
    @MethodSource("colors")
    void everyColorCanBeReadOnLightAndOnDark(String color) {
        var shades = ACCENT.matcher(BrandStyle.of(color)).results().toList();

        assertThat(shades).hasSize(2);
        assertThat(Stream.of("f6f5f2", "ffffff").map(ground -> contrast(shades.get(0).group(1), ground)))
                .allMatch(contrast -> contrast >= 4.5);
        assertThat(Stream.of("14121b", "1f1c29").map(ground -> contrast(shades.get(1).group(1), ground)))
                .allMatch(contrast -> contrast >= 4.5);
        assertThat(shades).allMatch(shade -> contrast(shade.group(1), shade.group(2)) >= 4.5);
    }

    @Test
    void aColorThatCanBeReadStaysAsItIs() {
        assertThat(BrandStyle.of("4b2fb5")).startsWith(":root{--accent:#4b2fb5;--on-accent:#ffffff}");
    }

    private static double contrast(String one, String other) {
        return BrandStyle.contrast(rgb(one), rgb(other));
    }

    private static int[] rgb(String hex) {
        return IntStream.of(0, 2, 4).map(at -> Integer.parseInt(hex.substring(at, at + 2), 16)).toArray();
    }
}
