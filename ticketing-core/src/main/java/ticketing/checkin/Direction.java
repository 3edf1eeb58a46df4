package ticketing.checkin;

/** Which way somebody passes a gate. */
enum Direction {
    IN, OUT
}
