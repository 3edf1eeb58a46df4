package ticketing.sales;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An order as the organizer's list shows it.
 *
 * @param refunded what has gone back, or is on its way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SoldOrder(String code, String state, Buyer buyer, int seats, Takings total, String promoCode, Payment payment,
        Takings refunded, Instant createdAt) {

    record Buyer(String name, String email) {}

    record Payment(String method, String state) {}
}
