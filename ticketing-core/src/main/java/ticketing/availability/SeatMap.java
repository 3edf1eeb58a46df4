package ticketing.availability;

import java.util.List;

/** What about an event's seats never changes: their ids in the plan's order, and each one's category by its index. */
record SeatMap(List<String> ids, int[] categoryOf) {

    int size() {
        return ids.size();
    }
}
