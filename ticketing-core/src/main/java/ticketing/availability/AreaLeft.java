package ticketing.availability;

/** How many more may stand in an area. */
record AreaLeft(String id, long free) {}
