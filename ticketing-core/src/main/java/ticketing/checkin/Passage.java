package ticketing.checkin;

import java.time.Instant;

/** Where and when somebody passed. */
record Passage(String gate, Instant at) {}
