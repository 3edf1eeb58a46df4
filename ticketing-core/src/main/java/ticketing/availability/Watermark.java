package ticketing.availability;

import java.time.Instant;

/**
 * How far a look at the database reaches.
 *
 * @param now      the database's clock when the look began
 * @param complete everything written before this moment is committed or undone: the start of the oldest transaction
 *                 that still runs, or {@code now}
 */
record Watermark(Instant now, Instant complete) {}
