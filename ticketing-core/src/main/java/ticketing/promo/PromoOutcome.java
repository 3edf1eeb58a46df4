package ticketing.promo;

/** What became of the wish to use a promo code. */
public sealed interface PromoOutcome {

    /** It counts. */
    record Good(Promo promo) implements PromoOutcome {}

    /** The event has no such code now: never had, switched off, not begun, or over. */
    record Unknown() implements PromoOutcome {}

    /** It has served as many orders as it was made for. */
    record UsedUp() implements PromoOutcome {}
}
