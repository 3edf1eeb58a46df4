package standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import standalone.process.StartFailure;

class DataFolderTest {

    @TempDir
    private Path directory;

    @Test
    void twoLaunchersNeverShareAFolder() {
        try (var first = DataFolder.open(directory)) {
            assertThat(first.path("x")).isAbsolute();
            assertThatThrownBy(() -> DataFolder.open(directory)).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("in use");
        }

        DataFolder.open(directory).close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2", "17", "two" })
    void dataOfANewerVersionIsLeftAlone(String format) throws IOException {
        Files.writeString(directory.resolve("format"), format);

        assertThatThrownBy(() -> DataFolder.open(directory)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("newer version");
        assertThat(Files.readString(directory.resolve("format"))).isEqualTo(format);
    }

    @Test
    void aRefusedFolderIsNotKeptLocked() throws IOException {
        Files.writeString(directory.resolve("format"), "2");
        assertThatThrownBy(() -> DataFolder.open(directory)).isInstanceOf(StartFailure.class);

        Files.writeString(directory.resolve("format"), "1");

        DataFolder.open(directory).close();
    }

    @Test
    void aFileInItsPlaceIsSaid() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot be used");
    }
}
