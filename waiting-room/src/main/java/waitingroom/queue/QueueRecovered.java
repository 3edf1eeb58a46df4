package waitingroom.queue;

/** A queue was made safe after the store began a new life; told on every instance, so that each tells what it knows. */
public record QueueRecovered(String release) {}
