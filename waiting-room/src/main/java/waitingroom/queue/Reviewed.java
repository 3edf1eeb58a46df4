package waitingroom.queue;

import java.time.Instant;

/**
 * A place that is put aside.
 *
 * @param since when it was
 */
record Reviewed(long place, Instant since) {}
