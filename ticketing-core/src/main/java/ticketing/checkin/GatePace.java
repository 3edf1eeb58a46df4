package ticketing.checkin;

import java.time.Instant;

/** How many a gate let in during the five minutes that begin then. */
record GatePace(Instant at, String gate, long entered) {}
