package waitingroom.queue;

/**
 * What has become of a visitor's place.
 *
 * <pre>
 *   LOBBY ──opening──▶ WAITING ──call──▶ CALLED ──claim──▶ ADMITTED ──order──▶ DONE
 *     └──leave──┐         │                │                  ├──end──▶ EXPIRED
 *               ▼         │                └──no-show──▶ EXPIRED
 *             LEFT ◀──────┴───────leave────────────────────── ┘
 * </pre>
 *
 * REVIEW belongs to the bot defense: the place is kept while somebody looks. MOVED is what the old device sees after
 * the fan took the place, from LOBBY, WAITING or CALLED, along to another device.
 */
public enum PlaceState {
    LOBBY, WAITING, CALLED, ADMITTED, REVIEW, EXPIRED, LEFT, DONE, MOVED
}
