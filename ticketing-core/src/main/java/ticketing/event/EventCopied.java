package ticketing.event;

/** A draft was made after another event: told inside the transaction, so that what else belongs to it comes along. */
public record EventCopied(String from, String to) {}
