package ticketing.availability;

import java.util.List;

/**
 * What became different.
 *
 * @param version  of the view with these changes
 * @param previous of the view they belong on top of; whoever has another one missed something
 */
record Change(long version, long previous, List<SeatChange> seats) {}
