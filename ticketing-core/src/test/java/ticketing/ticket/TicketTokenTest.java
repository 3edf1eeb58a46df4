package ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import ticketing.order.Ticket;
import ticketing.secret.TestKeys;

class TicketTokenTest {

    private final TicketToken token = new TicketToken(TestKeys.fresh());
    private final Ticket ticket = new Ticket(UUID.randomUUID(), "S-1", "Row 1, seat 1", "Standard", 4950, 0, 0,
            Optional.empty(), Optional.empty());

    @Test
    void aGenuineTokenNamesItsTicket() {
        assertThat(token.read(token.of("event-1", ticket)))
                .contains(new TicketToken.Claim(ticket.id(), "event-1", "S-1"));
    }

    @Test
    void aTokenOfAnotherKeyAdmitsNobody() {
        assertThat(new TicketToken(TestKeys.fresh()).read(token.of("event-1", ticket))).isEmpty();
    }

    @Test
    void aTokenChangedAnywhereAdmitsNobody() {
        var genuine = token.of("event-1", ticket);

        for (int at = 0; at < genuine.length() - 1; at++) {
            var changed = new StringBuilder(genuine);
            changed.setCharAt(at, genuine.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(token.read(changed.toString())).as("changed at %d", at).isEmpty();
        }
    }

    @Test
    void whatIsNoTokenAdmitsNobody() {
        assertThat(token.read("")).isEmpty();
        assertThat(token.read("TDS1.")).isEmpty();
        assertThat(token.read("TDS1.!!!")).isEmpty();
        assertThat(token.read("TDS2" + token.of("event-1", ticket).substring(4))).isEmpty();
    }
}
