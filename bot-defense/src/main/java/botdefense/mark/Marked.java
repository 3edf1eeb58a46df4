package botdefense.mark;

/** A client got a mark, on whichever instance. */
public record Marked(String subject, String rule) {}
