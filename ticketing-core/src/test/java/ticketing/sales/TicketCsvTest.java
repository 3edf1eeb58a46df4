package ticketing.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCsvTest {

    @ParameterizedTest
    @ValueSource(strings = { "=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1" })
    void aNameThatCouldBeAFormulaIsMarkedAsText(String name) {
        assertThat(TicketCsv.of(List.of(ticket(name, 4950, "EUR")))).contains("'" + name);
    }

    @Test
    void commasQuotesAndLineBreaksStayInTheirCell() {
        assertThat(TicketCsv.of(List.of(ticket("Ann \"A\" Lee, Jr.\nTwo", 4950, "EUR"))))
                .contains("\"Ann \"\"A\"\" Lee, Jr.\nTwo\"");
    }

    @Test
    void pricesHaveTheDigitsOfTheirCurrency() {
        assertThat(TicketCsv.of(List.of(ticket("A", 4950, "EUR"), ticket("B", 4950, "JPY"))))
                .contains(",49.50,EUR,", ",4950,JPY,");
    }

    private static SoldTicket ticket(String name, int amount, String currency) {
        return new SoldTicket("CODE", "PAID", Instant.EPOCH, name, "a@example.org", UUID.randomUUID(), "Row 1",
                "Standard", amount, currency, "VALID", Optional.empty());
    }
}
