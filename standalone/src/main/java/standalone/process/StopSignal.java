package standalone.process;

/** How a child is asked to end. */
public enum StopSignal {
    /** PostgreSQL: disconnect the clients, write a checkpoint, end. */
    INTERRUPT("INT"),
    /** Everything else: finish what runs, end. */
    TERMINATE("TERM"),
    /** No last words: for children that are meant to survive it, when their launcher is gone. */
    KILL("KILL");

    private final String shortName;

    StopSignal(String shortName) {
        this.shortName = shortName;
    }

    String shortName() {
        return shortName;
    }
}
