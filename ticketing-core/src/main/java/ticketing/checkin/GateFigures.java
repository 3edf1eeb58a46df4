package ticketing.checkin;

import java.time.Instant;

/** How a gate is doing. */
record GateFigures(String gate, long entered, long exited, long refused, Instant lastAt) {}
