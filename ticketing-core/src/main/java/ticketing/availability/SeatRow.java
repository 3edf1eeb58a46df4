package ticketing.availability;

import java.time.Instant;

/**
 * What the database says of one seat.
 *
 * @param position  its place in the plan's order
 * @param heldUntil when a hold ends; null while there is none
 * @param changedAt when the row was written
 */
record SeatRow(int position, SeatState state, Instant heldUntil, Instant changedAt) {}
