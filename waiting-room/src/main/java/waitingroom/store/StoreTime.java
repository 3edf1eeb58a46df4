package waitingroom.store;

/** What scripts take for the time: nothing, so that Redis' own clock rules, except in tests that move the clock. */
@FunctionalInterface
public interface StoreTime {

    /** Epoch milliseconds; empty for the store's own clock. */
    String now();
}
