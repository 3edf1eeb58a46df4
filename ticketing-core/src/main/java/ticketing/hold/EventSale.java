package ticketing.hold;

import java.time.Duration;

/** What an event's sale allows at this moment. */
record EventSale(String eventId, String planId, String currency, boolean onSale, int seatsPerOrder,
        Duration holdLength) {}
