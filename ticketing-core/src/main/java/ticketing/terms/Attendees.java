package ticketing.terms;

/** Whether buyers say who comes, seat by seat. */
public enum Attendees {

    /** Nobody is asked, and nothing is kept. */
    NONE,

    /** Whoever is named stands on the ticket. */
    OPTIONAL,

    /** No order without a name for every seat. */
    REQUIRED
}
