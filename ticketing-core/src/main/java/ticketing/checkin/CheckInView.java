package ticketing.checkin;

import java.time.Instant;
import java.util.UUID;

/** One scan in the list of an event's scans. */
record CheckInView(long id, UUID ticket, String label, Direction direction, String gate, String outcome, Instant at,
        Instant receivedAt) {}
