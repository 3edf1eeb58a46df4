package ticketing.availability;

/** What a seat is to a fan right now. A hold past its deadline holds nothing: its seat is free (T2). */
enum SeatState {

    FREE('F'), HELD('H'), SOLD('S'), BLOCKED('B');

    private final char letter;

    SeatState(char letter) {
        this.letter = letter;
    }

    /** As it stands in snapshots. */
    char letter() {
        return letter;
    }
}
