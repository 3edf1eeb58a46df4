package ticketing.auditor;

/**
 * Where a rule is broken.
 *
 * @param subject the seat, the order or the event it is about
 * @param detail  what was found there; no personal data
 */
record Finding(Rule rule, String eventId, String subject, String detail) {}
