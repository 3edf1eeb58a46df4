package ticketing.event;

/**
 * What an event is to the public.
 *
 * <pre>
 *   DRAFT ──publish──▶ PUBLISHED
 *     └────cancel────▶ CANCELLED ◀──cancel── PUBLISHED
 * </pre>
 */
public enum EventState {

    /** Only its organizers see it. */
    DRAFT,
    /** Everybody sees it, and its seats exist. */
    PUBLISHED,
    /** Nothing is sold any more; those who look for it see that. */
    CANCELLED
}
