package ticketing.auditor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What an audit found, all of it seen at one moment.
 *
 * @param since events without an order or a hold since then were not looked at
 * @param clean whether every rule holds
 */
record AuditReport(Instant at, Instant since, boolean clean, List<RuleResult> rules, List<Finding> findings,
        List<EventBooks> events) {

    static AuditReport of(Instant at, Instant since, List<Finding> findings, List<EventBooks> books) {
        var rules = Arrays.stream(Rule.values()).map(rule -> new RuleResult(rule, rule.promise(),
                findings.stream().filter(finding -> finding.rule() == rule).count())).toList();
        return new AuditReport(at, since, findings.isEmpty(), rules, List.copyOf(findings),
                List.copyOf(books));
    }

    /** A rule, and how often it is broken. */
    record RuleResult(Rule rule, String promise, long findings) {}
}
