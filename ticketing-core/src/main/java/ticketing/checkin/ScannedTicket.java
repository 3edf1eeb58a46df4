package ticketing.checkin;

import java.util.UUID;

/** What the books say of a ticket while it is being checked. */
record ScannedTicket(UUID id, String seatId, String label, String category, boolean valid, boolean replaced,
        boolean eventCancelled) {}
