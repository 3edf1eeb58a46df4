package ticketing.hold;

import java.time.Duration;
import java.util.Set;

import ticketing.terms.Fees;

/**
 * What an event's sale allows at this moment.
 *
 * @param keptFor     the categories whose free seats are for those in the waiting list
 * @param returnDelay the longest that seats which come back may wait until they are on sale again
 */
record EventSale(String eventId, String planId, String currency, boolean onSale, int seatsPerOrder,
        Duration holdLength, Fees fees, Set<String> keptFor, Duration returnDelay) {

    /** Stands for all categories among those kept. */
    static final String ANY = "*";

    /** The same sale with holds of another length. */
    EventSale lasting(Duration length) {
        return new EventSale(eventId, planId, currency, onSale, seatsPerOrder, length, fees, keptFor,
                returnDelay);
    }

    /** Whether what is free of a category is for those who wait. */
    boolean isKept(String categoryId) {
        return keptFor.contains(ANY) || keptFor.contains(categoryId);
    }
}
