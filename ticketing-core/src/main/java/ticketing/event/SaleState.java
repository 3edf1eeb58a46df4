package ticketing.event;

import java.time.Instant;

/** Whether seats of an event can be bought right now. */
public enum SaleState {

    /** The sale has not begun, or the event is not published. */
    UPCOMING, ON_SALE,
    /** No seat is free; seats may come back. */
    SOLD_OUT, ENDED,
    /** Until there is a new date. */
    POSTPONED, CANCELLED;

    /** When seats are sold: [from, until). */
    public record Window(Instant from, Instant until) {}

    public static SaleState of(EventState state, Window window, boolean free, Instant now) {
        return switch (state) {
            case CANCELLED -> CANCELLED;
            case POSTPONED -> POSTPONED;
            case DRAFT -> UPCOMING;
            case PUBLISHED -> {
                if (now.isBefore(window.from())) {
                    yield UPCOMING;
                }
                if (!now.isBefore(window.until())) {
                    yield ENDED;
                }
                yield free ? ON_SALE : SOLD_OUT;
            }
        };
    }
}
