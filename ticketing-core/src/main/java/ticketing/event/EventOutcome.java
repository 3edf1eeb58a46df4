package ticketing.event;

/** What became of a request to create or change an event. */
sealed interface EventOutcome {

    record Saved(String id) implements EventOutcome {}

    /** Everything that is no success. */
    sealed interface Refused extends EventOutcome {}

    record UnknownEvent() implements Refused {}

    /** The venue is not the organization's. */
    record UnknownVenue() implements Refused {}

    /** The plan is not the venue's. */
    record UnknownPlan() implements Refused {}

    record WrongPrices(PriceList prices) implements Refused {}

    /** The sale would end before it begins. */
    record NoSalesWindow() implements Refused {}

    /** The event is in a state that does not allow this. */
    record WrongState(EventState state) implements Refused {}
}
