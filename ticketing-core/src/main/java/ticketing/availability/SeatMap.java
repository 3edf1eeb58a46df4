package ticketing.availability;

import java.util.List;

/**
 * What about an event's places never changes: their ids in the plan's order, and each one's category by its index.
 * Behind the seats come the places to stand, of which fans are told how many are left in an area, not which.
 *
 * @param seats  how many of the places are seats
 * @param areas  the areas to stand in
 * @param areaOf for each place to stand, in order, the index of its area
 */
record SeatMap(List<String> ids, int[] categoryOf, int seats, List<String> areas, int[] areaOf) {

    /** Seats only. */
    SeatMap(List<String> ids, int[] categoryOf) {
        this(ids, categoryOf, ids.size(), List.of(), new int[0]);
    }

    int size() {
        return ids.size();
    }

    boolean isSeat(int place) {
        return place < seats;
    }
}
