package ticketing.secret;

import java.util.Optional;

/** Master secrets for tests that start nothing. */
public final class TestKeys {

    private TestKeys() {}

    public static TicketKey fresh() {
        return new TicketKey(Optional.empty());
    }
}
