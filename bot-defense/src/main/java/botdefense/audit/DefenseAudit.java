package botdefense.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Writes down what staff did to the defense (E3), in a chain of hashes. */
@ApplicationScoped
public class DefenseAudit {

    private static final int LONGEST = 2_000;
    private static final int MOST_ATTEMPTS = 20;

    private final DefenseAuditStore store;
    private final InstantSource clock;

    DefenseAudit(DefenseAuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The entries from a moment on to the end of the chain, so that their hashes lead to its head, and how the whole
     * chain stands.
     */
    public Uni<Excerpt> since(Instant from) {
        return store.range(0, -1).map(entries -> new Excerpt(
                entries.stream().dropWhile(entry -> entry.at().isBefore(from)).toList(), DefenseChain.of(entries)));
    }

    /** Part of the audit, to the end of the chain. */
    public record Excerpt(List<DefenseAuditEntry> entries, DefenseChain chain) {}

    public Uni<Void> note(String staff, String action, String subject, String detail) {
        var text = detail.strip();
        return append(staff, action, subject, text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                MOST_ATTEMPTS);
    }

    /** Whoever finds the chain longer than it was a moment ago reads its end again. */
    private Uni<Void> append(String staff, String action, String subject, String detail, int attempts) {
        return store.last().flatMap(last -> {
            var entry = DefenseAuditEntry.after(last.orElse(null), clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    staff,
                    action, subject, detail);
            return store.append(entry);
        }).flatMap(appended -> appended || attempts == 1
                ? Uni.createFrom().voidItem()
                : append(staff, action, subject, detail, attempts - 1));
    }
}
