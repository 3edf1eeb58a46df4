package ticketing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @ValueSource(strings = { "55P03", "57014", "40P01", "40001", "25P04" })
    void whatTookTooLongIsBusy(String state) {
        assertThat(DatabaseTrouble.of(new SQLException("", state))).isInstanceOf(DatabaseTrouble.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "08001", "08006", "57P01", "57P03", "53300", "25P03" })
    void whatCannotBeReachedIsUnavailable(String state) {
        assertThat(DatabaseTrouble.of(new SQLException("", state))).isInstanceOf(DatabaseTrouble.Unavailable.class);
    }

    @Test
    void aPoolWithoutAConnectionToGiveIsUnavailable() {
        assertThat(DatabaseTrouble.of(new SQLException("Sorry, acquisition timeout!")))
                .isInstanceOf(DatabaseTrouble.Unavailable.class);
    }

    @Test
    void aBrokenConstraintIsOurMistake() {
        assertThat(DatabaseTrouble.of(new SQLException("", "23505"))).isExactlyInstanceOf(DatabaseTrouble.class);
    }

    @Test
    void troubleIsFoundInsideWhatHibernateMakesOfIt() {
        var wrapped = new PersistenceException(new IllegalStateException(new SQLException("", "08006")));

        assertThat(DatabaseTrouble.within(wrapped)).containsInstanceOf(DatabaseTrouble.Unavailable.class);
        assertThat(DatabaseTrouble.within(new PersistenceException("no database in it"))).isEmpty();
    }
}
