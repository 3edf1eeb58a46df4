package ticketing.event;

import java.time.Instant;

/**
 * An event as staff see it in the list of theirs, drafts included.
 *
 * @param seats how many places its plan has
 * @param free  how many of them are free, about a second old while the sale runs; 0 for a draft
 */
record EventLine(String id, String organizationId, String organizer, String title, String genre, Instant startsAt,
        Place venue, EventState state, boolean gated, Instant salesFrom, Instant salesUntil, long seats, long free) {

    /** Where it takes place. */
    record Place(String id, String name, String city, String timezone) {}

    /** Where this line stands in the list. */
    String position() {
        return startsAt + " " + id;
    }
}
