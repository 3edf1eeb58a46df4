package ticketing.event;

/**
 * What an event is to the public.
 *
 * <pre>
 *   DRAFT ──publish──▶ PUBLISHED ──postpone──▶ POSTPONED
 *     │                  │   ▲─────publish────────┘  │
 *     └────cancel────────┴─▶ CANCELLED ◀──cancel─────┘
 * </pre>
 */
public enum EventState {

    /** Only its organizers see it. */
    DRAFT,
    /** Everybody sees it, and its seats exist. */
    PUBLISHED,
    /** It will be at another time: nothing is sold until it is published again, and tickets stay good. */
    POSTPONED,
    /** Nothing is sold any more; those who look for it see that. */
    CANCELLED
}
