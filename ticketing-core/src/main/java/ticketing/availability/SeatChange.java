package ticketing.availability;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/** One seat's new state, told as {@code [id, state]}. */
record SeatChange(String id, SeatState state) {

    @JsonValue
    List<Object> asPair() {
        return List.of(id, state);
    }
}
