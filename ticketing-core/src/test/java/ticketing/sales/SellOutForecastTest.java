package ticketing.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import ticketing.sales.SellOutForecast.Basis;
import ticketing.sales.SellOutForecast.Outlook;

class SellOutForecastTest {

    private static final Instant BEGIN = Instant.parse("2027-01-31T10:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(30));
    private static final Instant NOW = BEGIN.plus(Duration.ofDays(10));

    @Test
    void theShortestSpanWithEnoughTicketsTellsThePace() {
        var forecast = forecast(300, 4, 25, 400, 4_000);

        assertThat(forecast.outlook()).isEqualTo(Outlook.EXPECTED);
        assertThat(forecast.basis()).contains(new Basis(25, 3_600));
        assertThat(forecast.at()).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(forecast.earliest().orElseThrow()).isBefore(forecast.at().orElseThrow());
        assertThat(forecast.latest().orElseThrow()).isAfter(forecast.at().orElseThrow());
    }

    @Test
    void noSpanReachesBackBeforeTheSale() {
        var soon = BEGIN.plus(Duration.ofMinutes(5));

        var forecast = SellOutForecast.of(pace(100, 50, 50, 50, 50), soon);

        assertThat(forecast.basis()).contains(new Basis(50, 300));
        assertThat(forecast.at()).contains(soon.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aPaceThatIsTooSlowIsSaidToBe() {
        var forecast = forecast(100_000, 0, 0, 10, 70);

        assertThat(forecast.outlook()).isEqualTo(Outlook.NOT_BEFORE_THE_END);
    }

    @Test
    void whatCannotBeToldIsNotMadeUp() {
        assertThat(forecast(10, 0, 1, 5, 9).outlook()).isEqualTo(Outlook.TOO_FEW_TO_TELL);
        assertThat(forecast(10, 0, 1, 5, 9).at()).isEmpty();
        assertThat(forecast(0, 50, 50, 50, 50).outlook()).isEqualTo(Outlook.SOLD_OUT);
        assertThat(SellOutForecast.of(pace(9, 0, 0, 0, 0), BEGIN.minusMillis(1)).outlook())
                .isEqualTo(Outlook.NOT_BEGUN);
        assertThat(SellOutForecast.of(pace(9, 20, 20, 20, 20), END).outlook()).isEqualTo(Outlook.OVER);
    }

    private static SellOutForecast forecast(long remaining, long... sold) {
        return SellOutForecast.of(pace(remaining, sold), NOW);
    }

    private static SellOutForecast.Pace pace(long remaining, long... sold) {
        return new SellOutForecast.Pace(BEGIN, END, remaining,
                List.of(sold[0], sold[1], sold[2], sold[3]));
    }
}
