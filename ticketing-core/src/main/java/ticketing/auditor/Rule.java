package ticketing.auditor;

import java.util.Locale;

/** What must hold of the books at every moment (T1 to T3), and is looked for in the data itself. */
enum Rule {

    SEAT_SOLD_TWICE("No seat is in two valid tickets."), HOLDS_OVERLAP(
            "No seat was in two holds at the same time."), PAID_FOR_NOTHING(
                    "Whoever paid has all the tickets, or the money goes back."), TICKET_WITHOUT_PAYMENT(
                            "Every valid ticket is paid for."), MONEY_DOES_NOT_ADD_UP(
                                    "What was taken less what goes back is the worth of the tickets, by order and by event."), SEAT_AND_TICKET_DISAGREE(
                                            "A seat is sold if and only if a valid ticket says so.");

    private final String promise;

    Rule(String promise) {
        this.promise = promise;
    }

    String promise() {
        return promise;
    }

    /** As it stands in metrics. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
