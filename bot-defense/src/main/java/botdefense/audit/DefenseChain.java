package botdefense.audit;

import java.util.List;

/**
 * What comes out when every hash of the audit is computed again.
 *
 * @param brokenAt number of the first entry that does not fit; none when all do
 * @param head     hash of the last entry that does; whoever notes it can tell later that nothing before was changed
 */
public record DefenseChain(boolean whole, int entries, Long brokenAt, String head) {

    static DefenseChain of(List<DefenseAuditEntry> entries) {
        var previous = DefenseAuditEntry.FIRST;
        for (var entry : entries) {
            if (!entry.isWhole() || !entry.previous().equals(previous)) {
                return new DefenseChain(false, entries.size(), entry.number(), previous);
            }
            previous = entry.hash();
        }
        return new DefenseChain(true, entries.size(), null, previous);
    }
}
