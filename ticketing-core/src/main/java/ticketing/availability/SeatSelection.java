package ticketing.availability;

import java.util.Optional;

/** Which seats are asked for. */
record SeatSelection(Optional<SeatState> state, Optional<String> category, Optional<String> zone) {}
