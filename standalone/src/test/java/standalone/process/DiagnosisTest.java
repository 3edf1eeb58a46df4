package standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({ "'FATAL:  could not write to file: No space left on device','the disk is full'",
            "'FATAL:  database files are incompatible with server','another major version of PostgreSQL'",
            "'# Could not create server TCP listening socket: bind: Address already in use','its port is taken'" })
    void aKnownCauseIsSaidWithItsCure(String line, String cure) {
        assertThat(Diagnosis.of("store", List.of("LOG: starting", line, "LOG: shut down"))).startsWith("store did not")
                .contains(cure);
    }

    @Test
    void anUnknownCauseIsSaidInTheChildsLastWords() {
        assertThat(Diagnosis.of("core-1", List.of("first", "Could not find it", "\tat somewhere", "")))
                .isEqualTo("core-1 did not start: Could not find it");
    }

    @Test
    void silenceIsSaidToo() {
        assertThat(Diagnosis.of("core-1", List.of())).contains("without a word");
    }
}
