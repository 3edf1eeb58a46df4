package ticketing.event;

import java.time.Instant;

/** What an organizer decides about an event, and may still change after it was created. */
record EventTerms(String title, String description, String genre, Instant startsAt, boolean gated, Instant salesFrom,
        Instant salesUntil, int holdSeconds, int maxSeatsPerOrder, int maxSeatsPerBuyer,
        int returnDelaySeconds) {

    boolean hasSalesWindow() {
        return salesFrom.isBefore(salesUntil);
    }
}
