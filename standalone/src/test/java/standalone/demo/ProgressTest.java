package standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasMadeIsNotMadeAgainByTheNextStart() {
        var file = directory.resolve("demo.properties");
        new Progress(file).once("venue.berlin", () -> "7");

        var next = new Progress(file);

        assertThat(next.once("venue.berlin", () -> "8")).isEqualTo("7");
        assertThat(next.done()).isFalse();
        next.finish();
        assertThat(new Progress(file).done()).isTrue();
    }
}
