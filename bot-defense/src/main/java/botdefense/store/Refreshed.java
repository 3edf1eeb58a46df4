package botdefense.store;

import io.smallrye.mutiny.Uni;

/** Knows something by heart that all instances share; every bean of this type is asked to look again, all the time. */
public interface Refreshed {

    /** Reads what changed. A failure is the store's, and ends by itself. */
    Uni<Void> refresh();
}
