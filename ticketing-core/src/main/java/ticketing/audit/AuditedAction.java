package ticketing.audit;

import java.util.Map;

/** What was done, to what, and what else a reader must know. */
record AuditedAction(String action, String subject, Map<String, ?> detail) {}
