package ticketing.waitinglist;

/**
 * Places in a line by what became of them.
 *
 * @param seatsWished how many seats those wish who wait
 */
record LineFigures(long waiting, long seatsWished, long offered, long bought, long lapsed, long left) {}
