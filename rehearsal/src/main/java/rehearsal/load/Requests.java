package rehearsal.load;

/** Where a load client finds what to send. Called by one thread. */
public interface Requests {

    /** The next request of a connection, head and body; null when there is none left for it. */
    byte[] next(int connection);

    /** Hears of every answer, before that connection asks again. */
    default void answered(int connection, Answer answer) {}
}
