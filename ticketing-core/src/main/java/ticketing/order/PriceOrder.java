package ticketing.order;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.hold.HeldSeat;
import ticketing.hold.SeatHold;
import ticketing.promo.Promo;
import ticketing.promo.PromoBook;
import ticketing.promo.PromoOutcome;

/** What the seats of a hold cost whoever has a promo code, or none. */
@ApplicationScoped
class PriceOrder {

    private final PromoBook promos;

    PriceOrder(PromoBook promos) {
        this.promos = promos;
    }

    /** Takes a use of the code; what else the transaction refuses must give it back. */
    Pricing take(SeatHold.Claim claim, Optional<String> promoCode) {
        if (promoCode.isEmpty()) {
            return new Pricing.Priced(lines(claim, seat -> 0));
        }
        var pricing = price(claim, promos.take(claim.eventId(), promoCode.get()));
        if (pricing instanceof Pricing.Refused refused
                && refused.outcome() instanceof OrderOutcome.PromoCodeNotApplicable) {
            giveBack(claim.eventId(), promoCode);
        }
        return pricing;
    }

    /** What it would be, without taking anything. */
    Pricing look(SeatHold.Claim claim, String promoCode) {
        return price(claim, promos.look(claim.eventId(), promoCode));
    }

    void giveBack(String eventId, Optional<String> promoCode) {
        promoCode.ifPresent(code -> promos.giveBack(eventId, code));
    }

    private static Pricing price(SeatHold.Claim claim, PromoOutcome outcome) {
        return switch (outcome) {
            case PromoOutcome.Unknown unknown -> new Pricing.Refused(new OrderOutcome.UnknownPromoCode());
            case PromoOutcome.UsedUp usedUp -> new Pricing.Refused(new OrderOutcome.PromoCodeUsedUp());
            case PromoOutcome.Good good -> reduced(claim, good.promo());
        };
    }

    private static Pricing reduced(SeatHold.Claim claim, Promo promo) {
        var lines = lines(claim, seat -> promo.discountOf(seat.categoryId(), seat.amount()));
        return lines.stream().allMatch(line -> line.discount() == 0)
                ? new Pricing.Refused(new OrderOutcome.PromoCodeNotApplicable())
                : new Pricing.Priced(lines);
    }

    private static List<OrderLine> lines(SeatHold.Claim claim, ToIntFunction<HeldSeat> discountOf) {
        return claim.seats().stream().map(seat -> {
            var discount = discountOf.applyAsInt(seat);
            return new OrderLine(seat, discount, claim.fees().of(seat.amount() - discount),
                    Optional.empty());
        }).toList();
    }

    /** The lines of an order, or why the code does not count. */
    sealed interface Pricing {

        record Priced(List<OrderLine> lines) implements Pricing {}

        record Refused(OrderOutcome outcome) implements Pricing {}
    }
}
