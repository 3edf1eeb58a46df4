package operation.instance;

import java.time.Instant;

/**
 * What an instance tells of itself every few seconds, as far as it decides who is heard of.
 *
 * @param <S> what instances of one service tell
 */
public interface LifeSign<S extends LifeSign<S>> {

    /** Of this life of the process. */
    String id();

    /** The address at which it answers. */
    String name();

    Instant startedAt();

    /** When it told this, on the store's clock. */
    Instant seenAt();

    /** The same of an instance that nothing was heard of since. */
    S silent();

    /**
     * Whether an instance is heard of.
     *
     * <pre>
     *   UP ──nothing heard for a while──▶ SILENT ──an hour──▶ forgotten
     *    └──────────────stopped cleanly──────────────────────────▲
     * </pre>
     */
    enum State {
        UP, SILENT
    }
}
