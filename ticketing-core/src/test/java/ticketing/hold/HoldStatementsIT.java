package ticketing.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** What a hold costs, in statements between BEGIN and COMMIT; never more than six. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class HoldStatementsIT {

    @Inject
    HoldSeats holdSeats;

    @Inject
    TestSale sale;

    @Test
    void chosenSeatsTakeFourStatements() {
        var event = sale.event(20, false);

        assertThat(statementsOf(event, new SeatWish.Chosen(List.of("S-1", "S-2")))).hasSize(4);
    }

    @Test
    void theBestSeatsTakeSixStatements() {
        var event = sale.event(20, false);

        assertThat(statementsOf(event, new SeatWish.Best("standard", 2, true, false))).hasSize(6);
    }

    @Test
    void placesToStandTakeSixStatements() {
        var event = sale.standing(20);

        assertThat(statementsOf(event, new SeatWish.Standing("floor", 2))).hasSize(6);
    }

    private List<String> statementsOf(String event, SeatWish wish) {
        var shopper = sale.shopper(event);
        try (var statements = new Statements()) {
            assertThat(holdSeats.hold(event, wish, shopper)).isInstanceOf(HoldOutcome.Held.class);
            return statements.heard();
        }
    }

    /** Listens to what this thread says to the database. */
    private static final class Statements extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger("ticketing.database.Database");
        private final Level before = logger.getLevel();
        private final long thread = Thread.currentThread().threadId();
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        Statements() {
            logger.setLevel(Level.FINE);
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
        }

        List<String> heard() {
            return List.copyOf(heard);
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLongThreadID() == thread) {
                heard.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // Everything is in memory already.
        }

        @Override
        public void close() {
            logger.removeHandler(this);
            logger.setUseParentHandlers(true);
            logger.setLevel(before);
        }
    }
}
