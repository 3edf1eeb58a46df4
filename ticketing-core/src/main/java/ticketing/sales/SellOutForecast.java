package ticketing.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * When a sale will be over if it goes on as it went of late: the last tickets are counted in the shortest of some
 * spans that has enough of them to go by, and what is left is divided by that pace. Honest rather than clever: it tells
 * what it goes by, between which moments it may as well be, and when it cannot tell.
 *
 * @param at       when the last one goes
 * @param earliest at a pace that chance would seldom exceed
 * @param latest   at a pace that it would seldom fall short of; empty when that is no pace at all
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SellOutForecast(Outlook outlook, long remaining, Optional<Instant> at, Optional<Instant> earliest,
        Optional<Instant> latest, Optional<Basis> basis) {

    /** The spans that are looked at, the shortest first. */
    static final List<Duration> SPANS = List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1),
            Duration.ofDays(7));

    /** Of fewer, chance makes more than the pace does. */
    private static final long FEWEST = 10;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final long LONGEST_SECONDS = Duration.ofDays(3_660).toSeconds();

    /** What there is to say. */
    enum Outlook {
        SOLD_OUT, EXPECTED, NOT_BEFORE_THE_END, TOO_FEW_TO_TELL, NOT_BEGUN, OVER
    }

    /** What the forecast goes by: so many tickets in the last so many seconds. */
    record Basis(long tickets, long seconds) {}

    /**
     * What is known of the pace.
     *
     * @param sold valid tickets of each of the {@link #SPANS}
     */
    record Pace(Instant salesFrom, Instant salesUntil, long remaining, List<Long> sold) {}

    static SellOutForecast of(Pace pace, Instant now) {
        if (pace.remaining() <= 0) {
            return without(Outlook.SOLD_OUT, pace);
        }
        if (now.isBefore(pace.salesFrom())) {
            return without(Outlook.NOT_BEGUN, pace);
        }
        if (!now.isBefore(pace.salesUntil())) {
            return without(Outlook.OVER, pace);
        }
        return basis(pace, now).map(basis -> expected(basis, pace, now))
                .orElseGet(() -> without(Outlook.TOO_FEW_TO_TELL, pace));
    }

    /** No span reaches further back than the sale. */
    private static Optional<Basis> basis(Pace pace, Instant now) {
        var open = Duration.between(pace.salesFrom(), now);
        for (int span = 0; span < SPANS.size(); span++) {
            if (pace.sold().get(span) >= FEWEST) {
                var length = SPANS.get(span).compareTo(open) < 0 ? SPANS.get(span) : open;
                return Optional.of(new Basis(pace.sold().get(span),
                        Math.max(length.toSeconds(), SHORTEST.toSeconds())));
            }
        }
        return Optional.empty();
    }

    private static SellOutForecast expected(Basis basis, Pace pace, Instant now) {
        var chance = 2 * Math.sqrt(basis.tickets());
        var at = moment(basis.tickets(), basis, pace, now);
        var inTime = at.filter(moment -> !moment.isAfter(pace.salesUntil())).isPresent();
        return new SellOutForecast(inTime ? Outlook.EXPECTED : Outlook.NOT_BEFORE_THE_END, pace.remaining(), at,
                moment(basis.tickets() + chance, basis, pace, now), moment(basis.tickets() - chance, basis, pace, now),
                Optional.of(basis));
    }

    private static Optional<Instant> moment(double tickets, Basis basis, Pace pace, Instant now) {
        var seconds = pace.remaining() * basis.seconds() / tickets;
        return seconds > 0 && seconds < LONGEST_SECONDS
                ? Optional.of(now.plusSeconds((long) seconds))
                : Optional.empty();
    }

    private static SellOutForecast without(Outlook outlook, Pace pace) {
        return new SellOutForecast(outlook, pace.remaining(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
