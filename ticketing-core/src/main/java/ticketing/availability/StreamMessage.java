package ticketing.availability;

/** Something told to everybody who watches an event, written once for all of them. */
sealed interface StreamMessage {

    /** @param version what a browser sends back as {@code Last-Event-ID} */
    record Told(String name, long version, String json) implements StreamMessage {}

    /** Nothing changed, and the stream lives. */
    record Heartbeat() implements StreamMessage {}
}
