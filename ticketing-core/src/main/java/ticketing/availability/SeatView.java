package ticketing.availability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ticketing.money.Money;

/**
 * One seat of an event.
 *
 * @param category the id of its price category
 */
record SeatView(String id, String label, String zone, String row, String number, String category, Money price,
        SeatState state, boolean accessible, boolean companion, boolean restrictedView, @JsonIgnore int position) {}
