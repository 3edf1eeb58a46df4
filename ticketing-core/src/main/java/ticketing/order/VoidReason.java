package ticketing.order;

/** Why a ticket admits nobody any more. */
public enum VoidReason {

    /** Its buyer cancelled the order. */
    CANCELLED,
    /** The organizer gave the money back. */
    REFUNDED,
    /** Its buyer gave it back alone. */
    RETURNED,
    /** It has a new holder, and another ticket stands for the seat. */
    REPLACED,
    /** The event was cancelled. */
    EVENT_CANCELLED
}
