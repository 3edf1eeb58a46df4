package ticketing.sales;

import java.time.Instant;

/** An order as the organizer's list shows it. */
record SoldOrder(String code, String state, Buyer buyer, int seats, Takings total, Payment payment, Instant createdAt) {

    record Buyer(String name, String email) {}

    record Payment(String method, String state) {}
}
